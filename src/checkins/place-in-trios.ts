import { matchPairs, type Pair } from './matching/match-pairs.ts';
import { noPairs, putFirst, setWeight, weightOf } from './matching/pair-weights.ts';
import { isEnough, overlapOf, sharedTime } from './overlap.ts';
import type { Prospects } from './prospects.ts';

/** Places in the list of people, two or three. */
export type Placed = readonly number[];

/**
 * Who is left joins the pairs that gain the most weight by them, at most one to a pair, so that as many as
 * can find a place do and, of those, first who waited in the last round (domain 5.3.5). Whoever fits
 * into no pair stays in none.
 */
export function placeInTrios(
  prospects: Prospects,
  pairs: readonly Pair[],
  left: readonly number[],
): readonly Placed[] {
  if (left.length === 0) return pairs;
  const gains = noPairs(left.length + pairs.length);
  for (const [n, person] of left.entries()) {
    for (const [m, pair] of pairs.entries()) {
      setWeight(gains, n, left.length + m, gainOf(prospects, person, pair));
    }
  }
  // Numbers up to `left.length` are people, the others are pairs; the smaller comes first.
  const hasWaited = (place: number) => prospects.history.waited(left[place] ?? 0);
  const joined = new Map(
    matchPairs(putFirst(gains, (a, b) => Number(hasWaited(Math.min(a, b))))).map(([n, m]) => [
      m - left.length,
      left[n] ?? 0,
    ]),
  );
  return pairs.map((pair, m) => {
    const third = joined.get(m);
    return third === undefined ? pair : [...pair, third];
  });
}

/**
 * What somebody adds to a pair, 0 where they do not fit: they may meet one of the two at least, the other
 * may be of their own organization, and all three have to find the time together.
 */
function gainOf(prospects: Prospects, person: number, [a, b]: Pair): number {
  const { people, time, weights } = prospects;
  const isOfOne = (other: number) =>
    people[other]?.organizationId === people[person]?.organizationId;
  const fits = [a, b].every(
    (other) =>
      weightOf(weights, person, other) > 0 || (isOfOne(other) && !prospects.isApart(person, other)),
  );
  if (!fits) return 0;
  const shared = sharedTime(sharedTime(time[a] ?? [], time[b] ?? []), time[person] ?? []);
  if (!isEnough(overlapOf(shared))) return 0;
  return weightOf(weights, person, a) + weightOf(weights, person, b);
}
