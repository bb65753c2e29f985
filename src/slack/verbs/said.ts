import type { Values, Verb } from './verb.ts';

/** A line of a verb: the words that name its row, and what its fields were told. */
export type Said = { readonly title: string; readonly values: Partial<Values> };

/** Reads `FIRST = SECOND; THIRD`; of a row, its title stands first. What is left over is of the last. */
export function readLine<S>(verb: Verb<S>, words: string, isOfRow: boolean): Said {
  const names = Object.keys(verb.fields);
  const places = names.length + (isOfRow ? 1 : 0);
  if (verb.read && !isOfRow) return { title: '', values: verb.read(words) };
  const at = places > 1 ? words.indexOf('=') : -1;
  const first = at < 0 ? words : words.slice(0, at);
  const rest = at < 0 ? '' : words.slice(at + 1);
  if (isOfRow) {
    const values = verb.read
      ? verb.read(rest.trim())
      : valuesIn(names, partsOf(rest, names.length));
    return { title: first.trim(), values };
  }
  return { title: '', values: valuesIn(names, [first, ...partsOf(rest, names.length - 1)]) };
}

function partsOf(text: string, most: number): readonly string[] {
  const parts = text.split(';');
  return parts.length <= most
    ? parts
    : [...parts.slice(0, most - 1), parts.slice(Math.max(0, most - 1)).join(';')];
}

function valuesIn(names: readonly string[], parts: readonly string[]): Partial<Values> {
  return Object.fromEntries(names.map((name, at) => [name, (parts[at] ?? '').trim()]));
}
