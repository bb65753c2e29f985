/** What can be pressed, sent off or chosen, by its id or by a pattern of ids. */
export type Registry<H> = {
  add(id: string | RegExp, handle: H): void;
  find(id: string): H | undefined;
  readonly ids: readonly (string | RegExp)[];
};

export function createRegistry<H>(): Registry<H> {
  const named = new Map<string, H>();
  const patterns: { readonly pattern: RegExp; readonly handle: H }[] = [];
  return {
    add(id, handle) {
      if (typeof id !== 'string') patterns.push({ pattern: id, handle });
      else if (named.has(id)) throw new Error(`two listeners of the same id ${id}`);
      else named.set(id, handle);
    },
    find: (id) => named.get(id) ?? patterns.find(({ pattern }) => pattern.test(id))?.handle,
    get ids() {
      return [...named.keys(), ...patterns.map(({ pattern }) => pattern)];
    },
  };
}
