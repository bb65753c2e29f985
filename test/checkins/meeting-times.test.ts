import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meetingTimes } from '../../src/checkins/meeting-times.ts';
import { type Stretch, sharedTime, workingTime } from '../../src/checkins/overlap.ts';
import { workplace } from '../support/participants.ts';

const DAYS = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'];
const LONG_AGO = new Date('2026-11-01T00:00:00Z');
const chicago = workplace('America/Chicago');
const berlin = workplace('Europe/Berlin', ['09:00', '17:30']);

const told = (shared: readonly Stretch[], after = LONG_AGO) =>
  meetingTimes(shared, after).map((moment) => moment.toISOString());

test('three times are offered, on days that are spread, early, in the middle and late', () =>
  expect(told(sharedTime(workingTime(chicago, DAYS), workingTime(berlin, DAYS)))).toEqual([
    '2026-12-01T15:15:00.000Z',
    '2026-12-03T15:30:00.000Z',
    '2026-12-07T15:45:00.000Z',
  ]));

test('no time is on anybody’s closure', () => {
  const closed = workplace('Europe/Berlin', ['09:00', '17:30'], ['2026-12-01', '2026-12-03']);
  expect(told(sharedTime(workingTime(chicago, DAYS), workingTime(closed, DAYS)))).toEqual([
    '2026-12-02T15:15:00.000Z',
    '2026-12-04T15:30:00.000Z',
    '2026-12-07T15:45:00.000Z',
  ]);
});

test('no time is before the introduction', () =>
  expect(told(workingTime(chicago, DAYS), new Date('2026-12-07T18:05:00Z'))).toEqual([
    '2026-12-07T19:15:00.000Z',
    '2026-12-08T15:00:00.000Z',
    '2026-12-08T18:45:00.000Z',
  ]));

describe('where little is shared', () => {
  const at = (date: string, from: string, minutes: number): Stretch => {
    const begins = Date.parse(`${date}T${from}:00Z`) / 60_000;
    return { date, from: begins, to: begins + minutes };
  };

  test('two days give two times, and a third where there is room', () => {
    expect(told([at('2026-12-01', '15:00', 60), at('2026-12-02', '15:00', 30)])).toEqual([
      '2026-12-01T15:00:00.000Z',
      '2026-12-01T15:30:00.000Z',
      '2026-12-02T15:00:00.000Z',
    ]);
    expect(told([at('2026-12-01', '15:00', 30), at('2026-12-02', '15:00', 30)])).toHaveLength(2);
  });

  test('less than 25 minutes give none', () =>
    expect(told([at('2026-12-01', '15:00', 24)])).toEqual([]));

  test('half an hour that has no quarter to begin at is used from its beginning', () =>
    expect(told([at('2026-12-01', '15:05', 30)])).toEqual(['2026-12-01T15:05:00.000Z']));
});

test('all times are inside of what is shared, apart from each other, and always the same', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(20), fc.nat(1_200), fc.nat(400)), { maxLength: 12 }),
      (given) => {
        const shared = given
          .toSorted(([a], [b]) => a - b)
          .filter(([day], n, all) => day !== all[n - 1]?.[0])
          .map(([day, from, minutes]) => ({
            date: `2026-12-${String(day + 1).padStart(2, '0')}`,
            from: day * 1_440 + from,
            to: Math.min(day * 1_440 + from + minutes, (day + 1) * 1_440),
          }));
        const times = meetingTimes(shared, new Date(0));
        const starts = times.map((moment) => moment.getTime() / 60_000);
        for (const start of starts) {
          expect(shared.some(({ from, to }) => from <= start && start + 25 <= to)).toBe(true);
        }
        for (const [n, start] of starts.slice(1).entries()) {
          expect(start - (starts[n] ?? 0)).toBeGreaterThanOrEqual(25);
        }
        expect(meetingTimes(shared, new Date(0))).toEqual(times);
        expect(times.length).toBeLessThanOrEqual(3);
      },
    ),
    { numRuns: 200 },
  ));
