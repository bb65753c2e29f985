import { at, type PairWeights } from './pair-weights.ts';

/**
 * Twice the dual prices of a matching: what each person costs, and what a group of an odd number of
 * people costs in which not everybody can be paired.
 */
export type Prices = {
  readonly people: Float64Array;
  readonly groups: readonly { readonly members: readonly number[]; readonly price: number }[];
};

/**
 * Throws where the prices do not prove that no matching is heavier. They do if none is negative, every
 * pair is worth at most what its two and the groups around both cost, and the matching is worth what
 * everything costs: within a group of n no more than (n − 1) / 2 pairs have room, so no matching is worth
 * more than that sum (J. Edmonds, "Maximum matching and a polyhedron with 0,1-vertices", 1965). It knows
 * nothing of how the prices were found.
 */
export function proveOptimum(
  { count, weights }: PairWeights,
  pairs: readonly (readonly [number, number])[],
  { people, groups }: Prices,
): void {
  const around = new Float64Array(count * count);
  let cost = 0;
  for (const price of people) {
    if (price < 0) throw unproven('a person has a negative price');
    cost += price;
  }
  for (const { members, price } of groups) {
    if (price < 0 || members.length % 2 === 0) throw unproven('a group has no price of its kind');
    cost += (price * (members.length - 1)) / 2;
    for (const a of members) {
      for (const b of members) around[a * count + b] = at(around, a * count + b) + price;
    }
  }
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const weight = at(weights, a * count + b);
      const paid = at(people, a) + at(people, b) + at(around, a * count + b);
      if (weight > 0 && 2 * weight > paid) throw unproven('a pair is worth more than it costs');
    }
  }
  const worth = pairs.reduce((sum, [a, b]) => sum + 2 * at(weights, a * count + b), 0);
  if (worth !== cost) throw unproven(`it is worth ${worth} and could be worth ${cost}`);
}

function unproven(why: string): Error {
  return new Error(`these pairs are not proven to be the best: ${why}`);
}
