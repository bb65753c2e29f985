import { describe, expect, test } from 'vitest';
import { noPairs, setWeight } from '../../src/checkins/matching/pair-weights.ts';
import { proveOptimum } from '../../src/checkins/matching/proof.ts';

/** Three people of whom one is always left over: prices of people alone cannot prove that. */
const triangle = noPairs(3);
setWeight(triangle, 0, 1, 4);
setWeight(triangle, 1, 2, 4);
setWeight(triangle, 0, 2, 4);
const all = [0, 1, 2];
const people = (...prices: readonly number[]) => Float64Array.from(prices);

describe('prices prove that no pairs are worth more', () => {
  test('where they add up to what the pairs are worth', () =>
    expect(() =>
      proveOptimum(triangle, [[0, 1]], {
        people: people(0, 0, 0),
        groups: [{ members: all, price: 8 }],
      }),
    ).not.toThrow());

  test.each([
    ['where they add up to more', [[0, 1]], people(4, 4, 4), [], 'could be worth 12'],
    [
      'where pairs are missing',
      [],
      people(0, 0, 0),
      [{ members: all, price: 8 }],
      'could be worth 8',
    ],
    ['where a pair costs less than it is worth', [[0, 1]], people(4, 4, 0), [], 'than it costs'],
    ['where somebody costs less than nothing', [[0, 1]], people(9, 9, -2), [], 'negative price'],
    [
      'where a group has room for all of its people',
      [[0, 1]],
      people(0, 0, 0),
      [{ members: [0, 1], price: 8 }],
      'no price of its kind',
    ],
  ] as const)('but not %s', (_, pairs, prices, groups, message) =>
    expect(() => proveOptimum(triangle, pairs, { people: prices, groups })).toThrow(message),
  );
});
