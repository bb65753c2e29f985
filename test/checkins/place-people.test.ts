import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Gathering, groupPeople } from '../../src/checkins/group-people.ts';
import { sharedMinutes } from '../../src/checkins/overlap.ts';
import type { Participant } from '../../src/checkins/participant.ts';
import type { PastRound } from '../../src/checkins/round.ts';
import type { KeepApart } from '../../src/checkins/who-may-meet.ts';
import {
  gathering,
  isTogether,
  organizationOf,
  organizationsOf,
  participant,
  round,
  roundsOf,
  sizesOf,
  workplace,
} from '../support/participants.ts';

describe('the same two three rounds running', () => {
  const twice = (...memberIds: readonly string[]) =>
    [1, 2].map(
      (number): PastRound => ({
        number,
        groups: [{ memberIds, starterId: undefined }],
        waitingIds: [],
      }),
    );
  const third = (change: Partial<Gathering>) =>
    groupPeople(gathering({ round: round(3), ...change }));

  test('are refused where both could meet somebody else, whatever it costs', () => {
    // All the others met in the last round too, and share less: 0.0 and 1.0 would be the heaviest.
    const [a, b, c, d] = ['0.0', '1.0', '0.1', '1.1'] as const;
    const short = workplace('America/Chicago', ['09:00', '09:30']);
    const people = [
      participant(a),
      participant(b),
      ...[c, d].map((id) => participant(id, { workplace: short })),
    ];
    const past = twice(a, b).map((one) => ({
      ...one,
      groups: [
        ...one.groups,
        { memberIds: [a, d], starterId: undefined },
        { memberIds: [b, c], starterId: undefined },
      ].slice(0, one.number === 2 ? 3 : 1),
    }));
    const { groups } = third({ people, past });
    expect(isTogether(groups, a, b)).toBe(false);
    expect(groups).toHaveLength(2);
  });

  test('meet again where one of them could meet nobody else', () => {
    const people = organizationsOf(1, 1);
    expect(isTogether(third({ people, past: twice('0.0', '1.0') }).groups, '0.0', '1.0')).toBe(
      true,
    );
  });

  test('meet again rather than that two go without a partner', () => {
    // 1.0 and 2.0 both have another, but it is the same one, who is kept apart from everybody else.
    const people = [participant('0.0'), participant('1.0'), participant('2.0'), participant('3.0')];
    const keepApart: KeepApart[] = [
      { kind: 'people', a: '1.0', b: '3.0', until: undefined },
      { kind: 'people', a: '2.0', b: '3.0', until: undefined },
    ];
    const { groups, waiting } = third({ people, keepApart, past: twice('1.0', '2.0') });
    expect(isTogether(groups, '1.0', '2.0')).toBe(true);
    expect(waiting).toEqual([]);
  });
});

describe('a group of three', () => {
  test('is of three organizations where that gains more', () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const people = organizationsOf(1, 1, 1, 2);
      const { groups } = groupPeople(gathering({ people, round: round(1, { id: `${seed}` }) }));
      const trio = groups.find(({ memberIds }) => memberIds.length === 3)?.memberIds ?? [];
      expect(new Set(trio.map(organizationOf)).size).toBe(3);
    }
  });

  test('is not made of people who are kept apart, even of one organization', () => {
    const people = organizationsOf(2, 1);
    const keepApart: KeepApart[] = [{ kind: 'people', a: '0.0', b: '0.1', until: undefined }];
    const { groups, waiting } = groupPeople(gathering({ people, keepApart }));
    expect(sizesOf(groups)).toEqual([2]);
    expect(waiting).toEqual([{ memberId: expect.stringContaining('0.'), why: 'numbers' }]);
  });

  test('is not made where three have no time in common, although each two do', () => {
    const people = [
      participant('0.0', { workplace: workplace('America/Chicago', ['09:00', '11:00']) }),
      participant('1.0', { workplace: workplace('America/Chicago', ['10:00', '17:00']) }),
      participant('2.0', { workplace: workplace('America/Chicago', ['16:00', '09:45']) }),
    ];
    const { groups, waiting } = groupPeople(gathering({ people }));
    expect(sizesOf(groups)).toEqual([2]);
    expect(waiting).toHaveLength(1);
  });

  test('is made of others, so that the one who fits into none is in a pair', () => {
    // 1.1 shares half an hour with 0.1 and with nobody else; 0.1 shares more with the others.
    const people = [
      ...organizationsOf(1, 1, 1),
      participant('0.1', { workplace: workplace('America/Chicago', ['16:00', '01:00']) }),
      participant('1.1', { workplace: workplace('America/Chicago', ['00:30', '06:00']) }),
    ];
    const days = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'];
    const { groups, waiting } = groupPeople(gathering({ people, round: round(1, { days }) }));
    expect(waiting).toEqual([]);
    expect(isTogether(groups, '0.1', '1.1')).toBe(true);
  });

  test('takes first who waited in the last round, although others gain more', () => {
    const short = workplace('America/Chicago', ['09:00', '09:30']);
    const people = [...organizationsOf(2, 1), participant('0.2', { workplace: short })];
    const past = [{ number: 1, groups: [], waitingIds: ['0.2'] }];
    const { groups } = groupPeople(gathering({ people, past, round: round(2) }));
    expect(isTogether(groups, '0.2', '1.0')).toBe(true);
  });

  test('has places enough that nobody waits twice running', () => {
    const past = roundsOf(organizationsOf(7, 2, 1), 30);
    for (const [n, { waitingIds }] of past.entries()) {
      expect(past[n + 1]?.waitingIds ?? []).not.toEqual(expect.arrayContaining([...waitingIds]));
    }
  });
});

test('whatever their hours, history and silences, nobody is with whom they may not meet', () => {
  const person = fc.record({
    organization: fc.integer({ min: 0, max: 3 }),
    zone: fc.constantFrom('America/Chicago', 'Asia/Kolkata', 'Europe/Berlin', 'Pacific/Auckland'),
    from: fc.constantFrom('07:00', '09:00', '13:00', '21:00'),
    to: fc.constantFrom('11:00', '15:30', '17:00', '02:00'),
  });
  const people = fc
    .array(person, { maxLength: 14 })
    .map((all) =>
      all.map(
        ({ organization, zone, from, to }, n): Participant =>
          participant(`${organization}.${n}`, { workplace: workplace(zone, [from, to]) }),
      ),
    );
  const silence = fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
    .map(
      ([a, b]): KeepApart => ({ kind: 'organizations', a: `${a}`, b: `${b}`, until: undefined }),
    );
  fc.assert(
    fc.property(people, fc.array(silence, { maxLength: 2 }), fc.nat(), (all, keepApart, seed) => {
      const past = roundsOf(all, 2, `${seed}/`);
      const given = gathering({ people: all, keepApart, past, round: round(3) });
      const { groups, waiting } = groupPeople(given);
      const everybody = [
        ...groups.flatMap((group) => group.memberIds),
        ...waiting.map((one) => one.memberId),
      ];
      expect(everybody.toSorted()).toEqual(all.map(({ memberId }) => memberId).toSorted());
      for (const { memberIds, times } of groups) {
        const organizations = new Set(memberIds.map(organizationOf));
        expect(organizations.size).toBeGreaterThan(1);
        const isSilent = ({ a, b }: KeepApart) =>
          a !== b && organizations.has(a) && organizations.has(b);
        expect(keepApart.filter(isSilent)).toEqual([]);
        const places = all.filter(({ memberId }) => memberIds.includes(memberId));
        const days = given.round.days.filter(
          (day) =>
            sharedMinutes(
              places.map(({ workplace: place }) => place),
              day,
            ) >= 30,
        );
        expect(days.length).toBeGreaterThanOrEqual(2);
        expect(times.length).toBeGreaterThanOrEqual(2);
      }
    }),
    { numRuns: 60 },
  );
});
