import type { Button } from '@slack/types';
import type { Context } from '../context.ts';

/** What a line is about; the digest has them in this order (domain 14.3). */
export const SLOTS = [
  'late',
  'at_risk',
  'due',
  'moved',
  'waiting',
  'agreed',
  'closures',
  'good',
  'question',
] as const;

export type Slot = (typeof SLOTS)[number];

export type DigestLine = {
  readonly slot: Slot;
  /** Bigger first, within a slot. */
  readonly weight: number;
  /** One line of mrkdwn; people's words are inert in it. */
  readonly text: string;
  /** What can be done about it right there; three at most. */
  readonly buttons?: readonly Button[];
  /** Never where anybody else could read it. */
  readonly isPrivate?: boolean;
};

/** What a capability has to say to a coordinator, the member of the context. */
export interface DigestSource {
  readonly name: string;
  lines(
    ctx: Context,
    given: { readonly since: Date; readonly now: Date },
  ): Promise<readonly DigestLine[]>;
}

const MOST_LINES = 6;

/**
 * The six lines that matter most: one of each kind first, in order; then more of what is late or at
 * risk. A good thing and a question keep their place, unless what is late or at risk needs all six.
 */
export function chosenLines(lines: readonly DigestLine[]): readonly DigestLine[] {
  const sorted = lines.toSorted(
    (a, b) => SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot) || b.weight - a.weight,
  );
  const firsts = SLOTS.flatMap((slot) => sorted.find((line) => line.slot === slot) ?? []);
  const pressing = sorted.filter(({ slot }) => slot === 'late' || slot === 'at_risk');
  if (pressing.length >= MOST_LINES) return pressing.slice(0, MOST_LINES);
  const kept = firsts.filter(({ slot }) => slot === 'good' || slot === 'question');
  const others = [...firsts, ...pressing].filter(
    (line, at, all) => !kept.includes(line) && all.indexOf(line) === at,
  );
  const chosen = [...others.slice(0, MOST_LINES - kept.length), ...kept];
  return sorted.filter((line) => chosen.includes(line));
}
