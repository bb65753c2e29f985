import { expect, test } from 'vitest';
import {
  daysOf,
  isRoundDue,
  meetByOf,
  nextRoundOn,
  weeksBetween,
} from '../../src/checkins/cadence.ts';

const weekdays = { workingWeek: [1, 2, 3, 4, 5], closures: new Set<string>() };
const closedAt = new Date('2026-12-15T12:00:00Z');

test.each([
  [2, 4],
  [11, 4],
  [12, 2],
  [100, 2],
])('of %i people, a round opens every %i weeks', (joined, weeks) => {
  expect(weeksBetween(joined)).toBe(weeks);
});

test.each([
  ['nobody is closed', [], '2026-12-14'],
  ['one is closed for a day', ['2026-12-08'], '2026-12-15'],
  ['one is closed over the holidays', ['2026-12-14', '2026-12-15'], '2026-12-16'],
])('groups meet until ten working days are over, where %s', (_, closures, meetBy) => {
  const slow = { ...weekdays, closures: new Set(closures) };
  expect(meetByOf([weekdays, slow], '2026-12-01')).toBe(meetBy);
  expect(meetByOf([slow, weekdays], '2026-12-01')).toBe(meetBy);
});

test('a calendar without working days holds nobody up', () => {
  const never = { workingWeek: [], closures: new Set<string>() };
  expect(meetByOf([never], '2026-12-01')).toBe('2026-12-14');
  expect(meetByOf([never, weekdays], '2026-12-01')).toBe('2026-12-14');
});

test('the days of a round are the first, the last and all between', () => {
  expect(daysOf('2026-12-30', '2027-01-02')).toEqual([
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
  ]);
  expect(daysOf('2027-01-02', '2027-01-02')).toEqual(['2027-01-02']);
  expect(daysOf('2027-01-03', '2027-01-02')).toEqual([]);
});

test.each([
  ['the first one', undefined, 2, '2026-12-01', true],
  [
    'while one is under way',
    { opensOn: '2026-09-01', closedAt: undefined },
    5,
    '2026-12-01',
    false,
  ],
  ['three weeks after', { opensOn: '2026-12-01', closedAt }, 11, '2026-12-22', false],
  ['four weeks after', { opensOn: '2026-12-01', closedAt }, 11, '2026-12-29', true],
  [
    'four weeks after one that came a day late',
    { opensOn: '2026-12-02', closedAt },
    11,
    '2026-12-29',
    true,
  ],
  ['a week after, of many', { opensOn: '2026-12-01', closedAt }, 12, '2026-12-08', false],
  ['two weeks after, of many', { opensOn: '2026-12-01', closedAt }, 12, '2026-12-15', true],
] as const)('a round is due: %s', (_, last, joined, today, isDue) => {
  expect(isRoundDue(last, joined, today)).toBe(isDue);
});

test.each([
  ['there was none', undefined, 2, '2026-12-01'],
  ['one is closed', { opensOn: '2026-11-03', meetBy: '2026-11-16', closedAt }, 2, '2026-12-01'],
  [
    'one is under way',
    { opensOn: '2026-11-24', meetBy: '2026-12-07', closedAt: undefined },
    2,
    '2026-12-22',
  ],
  [
    'one of many is under way for long',
    { opensOn: '2026-11-24', meetBy: '2026-12-09', closedAt: undefined },
    12,
    '2026-12-15',
  ],
])('the next round opens on the first turn that it may, where %s', (_, last, joined, on) => {
  expect(nextRoundOn(last, joined, '2026-12-01')).toBe(on);
});
