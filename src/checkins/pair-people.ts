import { matchPairs, type Pair } from './matching/match-pairs.ts';
import { at, type PairWeights, putFirst } from './matching/pair-weights.ts';
import type { History } from './round.ts';

/**
 * The greatest total weight among the most pairs (domain 5.3.4). That two meet three rounds running is
 * avoided at any cost in weight as long as both could meet somebody else (5.3.3), but nobody goes without
 * a partner for it.
 */
export function pairPeople(weights: PairWeights, history: History): readonly Pair[] {
  const choices = choicesOf(weights);
  const isRefused = (a: number, b: number) =>
    history.isThirdRunning(a, b) && at(choices, a) > 1 && at(choices, b) > 1;
  return matchPairs(putFirst(weights, (a, b) => !isRefused(a, b)));
}

/** How many each may meet. */
function choicesOf({ count, weights }: PairWeights): Int32Array {
  const choices = new Int32Array(count);
  for (const [pair, weight] of weights.entries()) {
    const person = Math.floor(pair / count);
    if (weight > 0) choices[person] = at(choices, person) + 1;
  }
  return choices;
}
