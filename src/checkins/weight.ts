import type { Sector } from '../partnerships/partnership.ts';

/** What is known of two people who may meet. */
export type Prospect = {
  /** Rounds since they were last in one group; undefined where they never were. */
  readonly roundsSince: number | undefined;
  /** What their working days have in common, in minutes. */
  readonly overlapMinutes: number;
  readonly sectors: readonly [Sector | undefined, Sector | undefined];
  /** One of them was in no group of the last round. */
  readonly waited: boolean;
};

/**
 * What it is worth that two people meet (domain 5.3.3), rounded to a whole number from 9 to 105:
 * `60·novelty + 25·min(1, overlap/180) + 10·(1 if sectors differ, else 0.5) + 5 if one has waited`. The
 * novelty of two who never met is 1; else it comes back over eight rounds, to 0.8, so that a small group
 * never runs out of pairs. Sectors that nobody has told do not differ.
 */
export function weightOfPair({ roundsSince, overlapMinutes, sectors, waited }: Prospect): number {
  const novelty = roundsSince === undefined ? 1 : 0.8 * Math.min(1, roundsSince / 8);
  const overlap = Math.min(1, overlapMinutes / 180);
  const [one, other] = sectors;
  const isOtherSector = one !== undefined && other !== undefined && one !== other;
  return Math.round(
    60 * novelty + 25 * overlap + 10 * (isOtherSector ? 1 : 0.5) + (waited ? 5 : 0),
  );
}
