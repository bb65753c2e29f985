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
 * The same pairs with one amount on top of those that come first, so large that one of them more in a
 * matching outweighs every difference of weights: then the heaviest matching is the heaviest of those
 * with the most of them. Throws a RangeError where half of the people, times the heaviest weight, is too
 * large to be added exactly: about 10¹⁵.
 */
export function putFirst(
  { count, weights }: PairWeights,
  isFirst: (a: number, b: number) => boolean,
): PairWeights {
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const lift = Math.floor(count / 2) * heaviest + 1;
  if (lift + heaviest > MOST)
    throw new RangeError(`${count} people times ${heaviest} are too many`);
  const lifted = weights.map((weight, pair) =>
    weight > 0 && isFirst(Math.floor(pair / count), pair % count) ? weight + lift : weight,
  );
  return { count, weights: lifted };
}

/** Typed arrays answer undefined only beyond their end, and nobody here reads there. */
export function at(values: Int32Array | Float64Array, index: number): number {
  return values[index] as number;
}
