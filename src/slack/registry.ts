/** What can be pressed, sent off or chosen, by its id or by a pattern of ids. */
export type Registry<H> = {
  add(id: string | RegExp, handle: H): void;
  find(id: string): H | undefined;
  /** What the log calls it: an id that nobody added may be anybody’s words. */
  nameOf(id: string): string;
  readonly ids: readonly (string | RegExp)[];
};

export function createRegistry<H>(): Registry<H> {
  const named = new Map<string, H>();
  const patterns: { readonly pattern: RegExp; readonly handle: H }[] = [];
  const find = (id: string) =>
    named.get(id) ?? patterns.find(({ pattern }) => pattern.test(id))?.handle;
  return {
    add(id, handle) {
      if (typeof id !== 'string') patterns.push({ pattern: id, handle });
      else if (named.has(id)) throw new Error(`two listeners of the same id ${id}`);
      else named.set(id, handle);
    },
    find,
    nameOf: (id) => (find(id) === undefined ? 'unknown' : id),
    get ids() {
      return [...named.keys(), ...patterns.map(({ pattern }) => pattern)];
    },
  };
}
