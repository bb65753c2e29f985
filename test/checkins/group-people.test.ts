import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import { type Group, groupPeople } from '../../src/checkins/group-people.ts';
import { sharedMinutes } from '../../src/checkins/overlap.ts';
import type { KeepApart } from '../../src/checkins/who-may-meet.ts';
import {
  gathering,
  isTogether,
  organizationOf,
  organizationsOf,
  participant,
  round,
  roundsOf,
  sampleGathering,
  sizesOf,
  workplace,
} from '../support/participants.ts';

describe('C1: who is in a group', () => {
  test.each([
    [[4, 3, 3], [2, 2, 2, 2, 2], 0],
    [[4, 3, 2], [2, 2, 2, 3], 0],
    [[7, 2, 1], [3, 3, 3], 1],
    [[5, 5], [2, 2, 2, 2, 2], 0],
    [[2, 1], [3], 0],
    [[1, 1], [2], 0],
    [[3], [], 3],
    [[1], [], 1],
    [[], [], 0],
  ])('sizes %j make groups of %j, and %i wait', (sizes, groups, waiting) => {
    const grouping = groupPeople(gathering({ people: organizationsOf(...sizes) }));
    expect(sizesOf(grouping.groups)).toEqual(groups);
    expect(grouping.waiting).toHaveLength(waiting);
  });

  test('whatever the sizes, nobody waits but for the numbers', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 5 }), (sizes) => {
        const count = sizes.reduce((sum, size) => sum + size, 0);
        const left = Math.max(count % 2, 2 * Math.max(0, ...sizes) - count);
        const pairs = (count - left) / 2;
        const { groups, waiting } = groupPeople(gathering({ people: organizationsOf(...sizes) }));
        expect(groups).toHaveLength(pairs);
        expect(waiting).toHaveLength(Math.max(0, left - pairs));
        const everybody = [
          ...groups.flatMap(({ memberIds }) => memberIds),
          ...waiting.map(({ memberId }) => memberId),
        ];
        expect(everybody.toSorted()).toEqual(
          organizationsOf(...sizes).map(({ memberId }) => memberId),
        );
      }),
      { numRuns: 40 },
    ));
});

test('C2: over 1,000 rounds nobody is ever in a group of one organization alone', () => {
  for (const [n, sizes] of [
    [4, 3, 3],
    [5, 2],
    [6, 2, 1],
    [3, 2, 2, 2],
    [4, 4],
  ].entries()) {
    for (let seed = 0; seed < 20; seed += 1) {
      for (const { groups } of roundsOf(organizationsOf(...sizes), 10, `${n}/${seed}/`)) {
        for (const { memberIds } of groups) {
          expect(new Set(memberIds.map(organizationOf)).size).toBeGreaterThan(1);
        }
      }
    }
  }
});

test('C4: in round 4 of the sample Arjun meets Wanjiru again, the only one he shares hours with', () => {
  const { groups, waiting, totalWeight } = groupPeople(sampleGathering());
  const { expected } = sample;
  expect(groups).toHaveLength(expected.coffee.groups);
  expect(totalWeight).toBe(expected.coffee.totalWeight);
  expect(waiting).toEqual([]);
  for (const pair of expected.coffee.mustInclude) expect(isTogether(groups, ...pair)).toBe(true);
});

describe('C5: with silence between the City and Quillstone until 2027-01-19', () => {
  const silence: KeepApart = {
    kind: 'organizations',
    a: 'city',
    b: 'quillstone',
    until: '2027-01-19',
  };
  const organizations = new Map(
    sampleGathering().people.map((one) => [one.memberId, one.organizationId]),
  );
  const isBetween = ({ memberIds }: Group) =>
    ['city', 'quillstone'].every((id) => memberIds.some((one) => organizations.get(one) === id));
  const inRound = (n: number, opensOn: string) => {
    const given = sampleGathering();
    const days = opensOn < '2027' ? given.round.days : ['2027-01-20', '2027-01-21', '2027-01-22'];
    return groupPeople({
      ...given,
      keepApart: [silence],
      round: { ...given.round, id: `${n}`, opensOn, days },
    });
  };

  test('no group has people of both in any round before, and who waits is not told why', () => {
    for (let n = 0; n < 20; n += 1) {
      const { groups, waiting } = inRound(n, '2026-12-01');
      expect(groups.filter(isBetween)).toEqual([]);
      expect(waiting.every(({ why }) => why === 'numbers')).toBe(true);
    }
  });

  test('such groups return after', () =>
    expect(inRound(1, '2027-01-20').groups.filter(isBetween)).not.toEqual([]));
});

describe('C6: the lots', () => {
  const people = organizationsOf(4, 3, 2);

  test('the same round and people give the same groups', () =>
    expect(groupPeople(gathering({ people }))).toEqual(groupPeople(gathering({ people }))));

  test('the order in which people come changes nothing', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([...people], { minLength: people.length }), (shuffled) => {
        expect(groupPeople(gathering({ people: shuffled }))).toEqual(
          groupPeople(gathering({ people })),
        );
      }),
      { numRuns: 20 },
    ));

  test('another round gives other groups', () => {
    const groupings = Array.from({ length: 10 }, (_, n) =>
      groupPeople(gathering({ people, round: round(1, { id: `${n}` }) }))
        .groups.map(({ memberIds }) => memberIds.toSorted().join())
        .toSorted()
        .join(';'),
    );
    expect(new Set(groupings).size).toBeGreaterThan(5);
  });
});

test('twelve rounds of 4, 3 and 3: nobody waits, no group of one organization, the fewest repeats', () => {
  const past = roundsOf(organizationsOf(4, 3, 3), 12);
  const pairs = past.flatMap(({ groups }) =>
    groups.map(({ memberIds }) => memberIds.toSorted().join()),
  );
  expect(past.flatMap(({ waitingIds }) => waitingIds)).toEqual([]);
  expect(pairs).toHaveLength(12 * 5);
  expect(pairs.filter((pair) => new Set(pair.split(',').map(organizationOf)).size < 2)).toEqual([]);
  // Of 33 possible pairs every one comes up, so no way of pairing repeats fewer.
  expect(new Set(pairs).size).toBe(33);
});

describe('who waits', () => {
  const night = workplace('America/Chicago', ['22:00', '23:00']);

  test('is told that no hour is shared, where that is so', () => {
    const people = [...organizationsOf(1, 1), participant('2.0', { workplace: night })];
    expect(groupPeople(gathering({ people })).waiting).toEqual([
      { memberId: '2.0', why: 'no-shared-hours' },
    ]);
  });

  test('is told of the numbers, where nobody is of another organization', () =>
    expect(groupPeople(gathering({ people: [participant('0.0')] })).waiting).toEqual([
      { memberId: '0.0', why: 'numbers' },
    ]));
});

test('who paused or left is in no group and does not wait', () => {
  const people = [
    ...organizationsOf(1, 1),
    participant('2.0', { membership: { state: 'paused', until: '2026-12-24' } }),
    participant('2.1', { membership: { state: 'left' } }),
  ];
  const { groups, waiting } = groupPeople(gathering({ people }));
  expect([groups.length, waiting]).toEqual([1, []]);
  expect(isTogether(groups, '0.0', '1.0')).toBe(true);
});

describe('the one who starts', () => {
  test('is the one who has not started for longest', () => {
    const past = roundsOf(organizationsOf(1, 1), 6);
    const starters = past.flatMap(({ groups }) => groups.map(({ starterId }) => starterId));
    for (const [n, starter] of starters.slice(1).entries()) expect(starter).not.toBe(starters[n]);
  });

  test('starts fairly often over twelve rounds', () => {
    const starts = new Map<string, number>();
    for (const { groups } of roundsOf(organizationsOf(4, 3, 3), 12)) {
      for (const { starterId = '' } of groups)
        starts.set(starterId, (starts.get(starterId) ?? 0) + 1);
    }
    expect(starts.size).toBe(10);
    for (const count of starts.values()) expect(Math.abs(count - 6)).toBeLessThanOrEqual(2);
  });
});

test('the times of a group are in the hours of each of its people', () => {
  const given = sampleGathering();
  const workplaces = new Map(
    given.people.map(({ memberId, workplace: place }) => [memberId, place]),
  );
  for (const { memberIds, times } of groupPeople(given).groups) {
    expect(times).toHaveLength(3);
    for (const time of times) {
      const meeting = { ...workplace('UTC', [clock(time, 0), clock(time, 25)]) };
      const all = [...memberIds.flatMap((id) => workplaces.get(id) ?? []), meeting];
      expect(sharedMinutes(all, time.toISOString().slice(0, 10))).toBe(25);
    }
  }
});

function clock(time: Date, later: number): string {
  return new Date(time.getTime() + later * 60_000).toISOString().slice(11, 16);
}
