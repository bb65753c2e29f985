/** What each pair is worth: the pairs of `count` people, who are numbered from 0. */
export type PairWeights = {
  readonly count: number;
  /**
   * Row by row, `count` × `count`, the same on both sides of the diagonal: a whole number above 0, or 0
   * where the two may not be paired.
   */
  readonly weights: Float64Array;
};

/** Above it, the sums of four that the search needs are no longer exact. */
const MOST = 2 ** 50;

export function noPairs(count: number): PairWeights {
  return { count, weights: new Float64Array(count * count) };
}

export function setWeight({ count, weights }: PairWeights, a: number, b: number, to: number): void {
  weights[a * count + b] = to;
  weights[b * count + a] = to;
}

export function weightOf({ count, weights }: PairWeights, a: number, b: number): number {
  return at(weights, a * count + b);
}

/**
 * The same pairs with an amount on top for each rank, 0 or more, so large that one rank more in a matching
 * outweighs every difference of weights: then the heaviest matching is the heaviest of those with the most
 * ranks together. Throws a RangeError where half of the people, times the heaviest weight, is too large
 * to be added exactly: about 10¹⁵.
 */
export function putFirst(
  { count, weights }: PairWeights,
  rankOf: (a: number, b: number) => number,
): PairWeights {
  const lift = Math.floor(count / 2) * heaviestOf(weights) + 1;
  const lifted = weights.map((weight, pair) =>
    weight > 0 ? weight + lift * rankOf(Math.floor(pair / count), pair % count) : 0,
  );
  if (heaviestOf(lifted) > MOST) throw new RangeError(`${count} people weigh too much`);
  return { count, weights: lifted };
}

export function heaviestOf(weights: Float64Array): number {
  return weights.reduce((most, weight) => Math.max(most, weight), 0);
}

/** Typed arrays answer undefined only beyond their end, and nobody here reads there. */
export function at(values: Int32Array | Float64Array, index: number): number {
  return values[index] as number;
}
