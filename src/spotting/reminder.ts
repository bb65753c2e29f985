import { KNOWN_LETTERS } from '../glossary/definition-check.ts';
import type { Entry } from '../glossary/entry.ts';

/** Something in a message that its author alone may want to know. */
export type Pointer =
  | { readonly kind: 'homonym'; readonly entry: Entry }
  | { readonly kind: 'avoided'; readonly entry: Entry; readonly label: string };

export type UsedTerm = {
  readonly entry: Entry;
  /** The spellings in the text that should not be used for it any more. */
  readonly avoided: readonly string[];
};

/**
 * What is worth pointing out, the most dangerous first: agreed words with several meanings, then words
 * that were retired (domain 3.2.8). Nothing else is the bot's business.
 */
export function pointersIn(used: readonly UsedTerm[]): readonly Pointer[] {
  const agreed = used.filter(
    ({ entry }) => entry.agreed && !entry.isCollecting && !KNOWN_LETTERS.has(entry.text),
  );
  const homonyms = agreed.filter(
    ({ entry, avoided }) =>
      entry.conflict === 'homonym' && avoided.length === 0 && !entry.agreed?.content.deprecated,
  );
  return [
    ...homonyms.map(({ entry }) => ({ kind: 'homonym' as const, entry })),
    ...agreed.flatMap(({ entry, avoided: [label] }) =>
      label === undefined ? [] : [{ kind: 'avoided' as const, entry, label }],
    ),
  ];
}

export type Reminded = {
  readonly termId: string;
  readonly remindedAt: Date;
  readonly isMuted: boolean;
};

/** A word is not pointed out again for so many days. */
export const DAYS_BETWEEN = 14;

/**
 * Whether a member may be reminded of a word now: one reminder in a day of theirs, one in 14 days for a
 * word, and none of a word they do not want to hear of.
 */
export function mayRemind(
  termId: string,
  reminded: readonly Reminded[],
  given: { readonly now: Date; readonly dayOf: (instant: Date) => string },
): boolean {
  const { now, dayOf } = given;
  if (reminded.some(({ remindedAt }) => dayOf(remindedAt) === dayOf(now))) return false;
  const before = reminded.find((one) => one.termId === termId);
  if (!before) return true;
  const days = (now.getTime() - before.remindedAt.getTime()) / 86_400_000;
  return !before.isMuted && days >= DAYS_BETWEEN;
}
