/** What each pair is worth: the pairs of `count` people, who are numbered from 0. */
export type PairWeights = {
  readonly count: number;
  /**
   * Row by row, `count` × `count`, the same on both sides of the diagonal: a whole number above 0, or 0
   * where the two may not be paired.
   */
  readonly weights: Int32Array;
};

/** Above it, the sums of four that the search needs leave 32 bits. */
const MOST = 2 ** 27;

export function noPairs(count: number): PairWeights {
  return { count, weights: new Int32Array(count * count) };
}

export function setWeight({ count, weights }: PairWeights, a: number, b: number, to: number): void {
  weights[a * count + b] = to;
  weights[b * count + a] = to;
}

export function weightOf({ count, weights }: PairWeights, a: number, b: number): number {
  return at(weights, a * count + b);
}

/**
 * The same pairs with one amount on top of each, so large that one pair more outweighs every difference:
 * then the heaviest matching is the heaviest of those with the most pairs. Throws a RangeError where the
 * numbers become too large, as for 16,000 people with weights up to 100.
 */
export function withPairsFirst({ count, weights }: PairWeights): PairWeights {
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const lift = Math.floor(count / 2) * heaviest + 1;
  if (lift + heaviest > MOST)
    throw new RangeError(`${count} people times ${heaviest} are too many`);
  return { count, weights: weights.map((weight) => (weight > 0 ? weight + lift : 0)) };
}

/** Typed arrays answer undefined only beyond their end, and nobody here reads there. */
export function at(values: Int32Array, index: number): number {
  return values[index] as number;
}
