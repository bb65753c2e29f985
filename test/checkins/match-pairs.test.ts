import blossom from 'edmonds-blossom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchPairs, type Pair } from '../../src/checkins/matching/match-pairs.ts';
import {
  noPairs,
  type PairWeights,
  setWeight,
  weightOf,
} from '../../src/checkins/matching/pair-weights.ts';

type Total = { readonly pairs: number; readonly weight: number };

/** Weights up to a most that is small as often as not: ties are what goes wrong. */
const weightsOf = (most: number): fc.Arbitrary<PairWeights> =>
  fc
    .record({
      count: fc.integer({ min: 0, max: most }),
      heaviest: fc.constantFrom(1, 2, 5, 105, 40_000),
      share: fc.integer({ min: 1, max: 100 }),
      seed: fc.nat(),
    })
    .map(({ count, heaviest, share, seed }) => {
      const graph = noPairs(count);
      const draw = drawFrom(seed);
      for (let a = 0; a < count; a += 1) {
        for (let b = 0; b < a; b += 1) {
          if (draw(100) < share) setWeight(graph, a, b, 1 + draw(heaviest));
        }
      }
      return graph;
    });

/** People in a square, of whom those who are near to each other are worth the most. */
const places = (most: number): fc.Arbitrary<PairWeights> =>
  fc.record({ count: fc.integer({ min: 8, max: most }), seed: fc.nat() }).map(({ count, seed }) => {
    const draw = drawFrom(seed);
    const at = Array.from({ length: count }, () => [draw(100), draw(100)] as const);
    const graph = noPairs(count);
    for (const [a, [x, y]] of at.entries()) {
      for (const [b, [otherX, otherY]] of at.slice(0, a).entries()) {
        const distance = Math.floor(Math.hypot(x - otherX, y - otherY));
        if (distance < 60) setWeight(graph, a, b, 150 - distance);
      }
    }
    return graph;
  });

describe('of all the ways to pair people, it is the heaviest of those with the most pairs', () => {
  test('compared with every way there is, up to twelve people', () =>
    fc.assert(
      fc.property(weightsOf(12), (graph) => {
        expect(totalOf(graph, matchPairs(graph))).toEqual(bestOfAll(graph));
      }),
      { numRuns: 300 },
    ));

  test('compared with edmonds-blossom, up to 150 people', () =>
    fc.assert(
      fc.property(weightsOf(150), (graph) => {
        expect(totalOf(graph, matchPairs(graph))).toEqual(totalOf(graph, byBlossom(graph)));
      }),
      { numRuns: 40 },
    ));

  test('compared with edmonds-blossom, where blossoms lie in blossoms', () =>
    fc.assert(
      fc.property(places(40), (graph) => {
        expect(totalOf(graph, matchPairs(graph))).toEqual(totalOf(graph, byBlossom(graph)));
      }),
      { numRuns: 800 },
    ));
});

test('one pair more is worth any loss of weight', () => {
  const graph = noPairs(4);
  setWeight(graph, 0, 1, 1);
  setWeight(graph, 1, 2, 1_000);
  setWeight(graph, 2, 3, 1);
  expect(matchPairs(graph)).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test('nobody can be paired with nobody', () => {
  expect(matchPairs(noPairs(0))).toEqual([]);
  expect(matchPairs(noPairs(3))).toEqual([]);
});

test('weights too large to be added exactly are refused', () => {
  const graph = noPairs(4);
  setWeight(graph, 0, 1, 2 ** 50);
  expect(() => matchPairs(graph)).toThrow(RangeError);
});

function totalOf(graph: PairWeights, pairs: readonly Pair[]): Total {
  const people = pairs.flat();
  if (new Set(people).size < people.length) throw new Error('somebody is in two pairs');
  const weights = pairs.map(([a, b]) => weightOf(graph, a, b));
  if (weights.includes(0)) throw new Error('a pair is not allowed');
  return { pairs: pairs.length, weight: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** By the people who are still to be looked at, as bits: the first is paired with each of the others, or not. */
function bestOfAll(graph: PairWeights): Total {
  const best: Total[] = [{ pairs: 0, weight: 0 }];
  for (let left = 1; left < 1 << graph.count; left += 1) {
    const first = 31 - Math.clz32(left);
    const others = left & ~(1 << first);
    let most = best[others] as Total;
    for (let other = 0; other < first; other += 1) {
      const weight = weightOf(graph, first, other);
      if (weight === 0 || (others & (1 << other)) === 0) continue;
      const rest = best[others & ~(1 << other)] as Total;
      const total = { pairs: rest.pairs + 1, weight: rest.weight + weight };
      const isMore = total.pairs - most.pairs || total.weight - most.weight;
      if (isMore > 0) most = total;
    }
    best.push(most);
  }
  return best.at(-1) as Total;
}

function byBlossom(graph: PairWeights): readonly Pair[] {
  const edges: number[][] = [];
  for (let a = 0; a < graph.count; a += 1) {
    for (let b = 0; b < a; b += 1) {
      if (weightOf(graph, a, b) > 0) edges.push([a, b, weightOf(graph, a, b)]);
    }
  }
  return blossom(edges, true).flatMap((b, a): readonly Pair[] => (b > a ? [[a, b]] : []));
}

/** Whole numbers from 0, below a bound; the same seed gives the same ones. */
function drawFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
