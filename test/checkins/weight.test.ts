import { describe, expect, test } from 'vitest';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import { type Prospect, weightOfPair } from '../../src/checkins/weight.ts';
import type { Sector } from '../../src/partnerships/partnership.ts';

const strangers: Prospect = {
  roundsSince: undefined,
  overlapMinutes: 480,
  sectors: ['public', 'private'],
  waited: false,
};

describe('what it is worth that two meet', () => {
  test.each<[string, Partial<Prospect>, number]>([
    ['they never met, share hours, and work in two sectors', {}, 95],
    ['one of them has waited', { waited: true }, 100],
    ['both are of one sector', { sectors: ['public', 'public'] }, 90],
    ['one sector is not known', { sectors: ['public', undefined] }, 90],
    ['neither sector is known', { sectors: [undefined, undefined] }, 90],
    ['they share three hours', { overlapMinutes: 180 }, 95],
    ['they share half of that', { overlapMinutes: 90 }, 83],
    ['they share half an hour', { overlapMinutes: 30 }, 74],
    ['they met in the last round', { roundsSince: 1 }, 41],
    ['they met two rounds ago', { roundsSince: 2 }, 47],
    ['they met eight rounds ago', { roundsSince: 8 }, 83],
    ['they met long ago', { roundsSince: 40 }, 83],
  ])('%s', (_, change, weight) => expect(weightOfPair({ ...strangers, ...change })).toBe(weight));
});

test('C4: every pair of the sample is worth what the handbook says', () => {
  const { pairs } = sample.expected.coffee;
  const sectors = new Map(sample.organizations.map(({ id, sector }) => [id, sector as Sector]));
  const sectorOf = (personId: string | undefined) =>
    sectors.get(sample.people.find(({ id }) => id === personId)?.organizationId ?? '');
  const waited = new Set(sample.coffee.history.at(-1)?.unmatched);
  const feasible = pairs.filter(({ weight }) => weight !== null);
  expect(feasible.length).toBeGreaterThan(10);
  for (const { pair, overlapMinutes, lastRound, weight } of feasible) {
    const given: Prospect = {
      roundsSince: lastRound === null ? undefined : sample.coffee.nextRound.number - lastRound,
      overlapMinutes,
      sectors: [sectorOf(pair[0]), sectorOf(pair[1])],
      waited: pair.some((id) => waited.has(id)),
    };
    expect([pair, weightOfPair(given)]).toEqual([pair, weight]);
  }
});
