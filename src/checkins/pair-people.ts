import { matchPairs, type Pair } from './matching/match-pairs.ts';
import { putFirst } from './matching/pair-weights.ts';
import type { Prospects } from './prospects.ts';

/**
 * The greatest total weight among the most pairs (domain 5.3.4). That two meet three rounds running is
 * avoided at any cost in weight as long as both could meet somebody else (5.3.3), but nobody goes without
 * a partner for it. Those who come `first` are paired before anything but the number of pairs counts.
 */
export function pairPeople(
  { weights, history, choices }: Prospects,
  first: ReadonlySet<number>,
): readonly Pair[] {
  const isRefused = (a: number, b: number) =>
    history.isThirdRunning(a, b) && choices(a) > 1 && choices(b) > 1;
  const changing = putFirst(weights, (a, b) => (isRefused(a, b) ? 0 : 1));
  return matchPairs(putFirst(changing, (a, b) => Number(first.has(a)) + Number(first.has(b))));
}
