import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isEnough,
  overlapOf,
  sharedMinutes,
  sharedTime,
  workingTime,
} from '../../src/checkins/overlap.ts';
import type { Member } from '../../src/members/member.ts';
import { workplaceOfMember } from '../../src/members/workplace.ts';
import type { Organization, Partnership } from '../../src/partnerships/partnership.ts';
import { workplace } from '../support/participants.ts';

const newYork = workplace('America/New_York');
const london = workplace('Europe/London', ['09:00', '17:30']);
const auckland = workplace('Pacific/Auckland');
const losAngeles = workplace('America/Los_Angeles');

describe('C3: what New York and London share, by the clocks of that very day', () => {
  test.each([
    ['2026-03-04', 210, 'before either changes'],
    ['2026-03-11', 270, 'after America changes, before Europe'],
    ['2026-04-01', 210, 'after both'],
    ['2026-10-20', 210, 'before either changes back'],
    ['2026-10-27', 270, 'after Europe changes back, before America'],
    ['2026-11-04', 210, 'after both'],
  ])('on %s: %i minutes, %s', (date, minutes) => {
    expect(sharedMinutes([newYork, london], date)).toBe(minutes);
    expect(sharedMinutes([london, newYork], date)).toBe(minutes);
  });
});

test('three people share what all of them work', () => {
  const berlin = workplace('Europe/Berlin', ['09:00', '16:00']);
  expect(sharedMinutes([newYork, london, berlin], '2026-03-04')).toBe(60);
});

test('whoever has no zone works by that of the organization', () => {
  const partnership = {
    organizations: [{ id: 'o', timeZone: 'America/New_York', workingWeek: [1, 2, 3, 4, 5] }],
  } as unknown as Partnership & { organizations: readonly Organization[] };
  const member = {
    organizationId: 'o',
    timeZone: undefined,
    workingHours: { from: '09:00', to: '17:00' },
    closures: undefined,
  } as Member;
  const their = workplaceOfMember(partnership, member);
  expect(sharedMinutes([their, london], '2026-03-04')).toBe(210);
});

describe('days', () => {
  test.each([
    ['on a Saturday', workplace('Europe/London'), '2026-03-07'],
    [
      'on a day that one of them is closed',
      workplace('Europe/London', undefined, ['2026-03-04']),
      '2026-03-04',
    ],
  ])('nothing is shared %s', (_, other, date) =>
    expect(sharedMinutes([newYork, other], date)).toBe(0),
  );

  test('where it is two dates at once, the earlier one counts', () => {
    // Tuesday from 12:00 in Los Angeles is Wednesday from 9:00 in Auckland.
    expect(sharedMinutes([losAngeles, auckland], '2026-12-01')).toBe(300);
    // Friday afternoon meets nobody's Saturday.
    expect(sharedMinutes([auckland, losAngeles], '2026-12-04')).toBe(0);
  });

  test('hours over midnight belong to the day on which they begin', () => {
    const night = workplace('America/New_York', ['22:00', '06:00']);
    expect(
      sharedMinutes([night, workplace('Europe/London', ['01:00', '23:00'])], '2026-03-04'),
    ).toBe(480);
    expect(workingTime(night, ['2026-03-06'])).toHaveLength(1);
  });

  test('the night on which clocks go forward is an hour shorter', () => {
    const [night] = workingTime(
      {
        ...workplace('America/New_York', ['22:00', '06:00']),
        calendar: { workingWeek: [6], closures: new Set() },
      },
      ['2026-03-07'],
    );
    expect((night?.to ?? 0) - (night?.from ?? 0)).toBe(7 * 60);
  });
});

test('half an hour on two days is enough, and less is not', () => {
  const day = (date: string, minutes: number) => ({ date, from: 0, to: minutes });
  expect(isEnough(overlapOf([day('2026-12-01', 30), day('2026-12-02', 30)]))).toBe(true);
  expect(isEnough(overlapOf([day('2026-12-01', 300), day('2026-12-02', 29)]))).toBe(false);
  expect(overlapOf([day('2026-12-01', 60), day('2026-12-01', 40), day('2026-12-02', 29)])).toEqual({
    days: 1,
    minutes: 100,
  });
  expect(overlapOf([])).toEqual({ days: 0, minutes: 0 });
});

test('what two share is the same for both, and all that their days have in common', () => {
  const zones = fc.constantFrom(
    'Asia/Kathmandu',
    'Pacific/Apia',
    'America/St_Johns',
    'Europe/Berlin',
  );
  const hour = fc.integer({ min: 0, max: 23 }).map((at) => `${String(at).padStart(2, '0')}:00`);
  const place = fc
    .record({ zone: zones, from: hour, to: hour })
    .map(({ zone, from, to }) => workplace(zone, [from, to]));
  const dates = ['2026-10-23', '2026-10-26', '2026-10-27', '2026-10-30', '2026-11-02'];
  fc.assert(
    fc.property(place, place, (a, b) => {
      const [ours, theirs] = [workingTime(a, dates), workingTime(b, dates)];
      const shared = sharedTime(ours, theirs);
      expect(sharedTime(theirs, ours)).toEqual(shared);
      const inCommon = ours.flatMap((one) =>
        theirs.map((other) => Math.min(one.to, other.to) - Math.max(one.from, other.from)),
      );
      expect(sum(shared.map(({ from, to }) => to - from))).toBe(
        sum(inCommon.filter((minutes) => minutes > 0)),
      );
    }),
    { numRuns: 100 },
  );
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
