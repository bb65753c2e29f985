import { distance } from 'fastest-levenshtein';
import type { Rows } from './verb.ts';

export type LookedUp<S> = {
  /** Those that are called so, or else those that have it in what they are called. */
  readonly found: readonly S[];
  /** What may have been meant instead. */
  readonly near: readonly string[];
};

const LONGEST = 200;
const MOST_NEAR = 3;

export function lookUp<S>(rows: Rows<S>, all: readonly S[], words: string): LookedUp<S> {
  const wanted = normalized(words);
  const having = (fits: (title: string) => boolean) =>
    all.filter((row) => fits(normalized(rows.titleOf(row))));
  if (!wanted) return { found: [], near: [] };
  const exact = having((title) => title === wanted);
  if (exact.length > 0) return { found: exact, near: [] };
  const part = having((title) => title.includes(wanted));
  if (part.length > 0 || wanted.length > LONGEST) return { found: part, near: [] };
  const slipped = having((title) => isSlip(wanted, title)).map(rows.titleOf);
  return { found: [], near: [...new Set(slipped)].slice(0, MOST_NEAR) };
}

function isSlip(given: string, known: string): boolean {
  const longest = Math.max(given.length, known.length);
  return longest <= LONGEST && distance(given, known) <= Math.ceil(longest / 4);
}

function normalized(title: string): string {
  return title.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
