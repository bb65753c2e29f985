import { normalize } from '../glossary/normalize.ts';
import { termFault } from '../glossary/term.ts';

/** A word that people use or look for and that the glossary does not have. */
export type Gap = {
  readonly text: string;
  /** How often it was looked up. */
  readonly asked: number;
  /** How often it was used, where messages are read. */
  readonly used: number;
};

/** No list of what is unresolved is longer (domain 3.2). */
export const GAPS_SHOWN = 5;

type Counted = { readonly text: string; readonly count: number };

/**
 * What the glossary lacks: by turns the word that was looked up most and the acronym that was used
 * most, so that neither list hides the other.
 */
export function gapsOf(
  missed: readonly Counted[],
  acronyms: readonly Counted[],
  ignored: readonly string[],
): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  const add = (one: Counted | undefined, kind: 'asked' | 'used') => {
    const key = one && normalize(one.text);
    if (!key || ignored.includes(key) || termFault(one.text)) return;
    const known = gaps.get(key) ?? { text: one.text, asked: 0, used: 0 };
    gaps.set(key, { ...known, [kind]: known[kind] + one.count });
  };
  for (let at = 0; at < Math.max(missed.length, acronyms.length); at += 1) {
    add(missed[at], 'asked');
    add(acronyms[at], 'used');
  }
  return [...gaps.values()];
}
