import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import {
  isAtWork,
  isWorkingDay,
  localDate,
  momentOf,
  mondayOfWeek,
  monthsAfter,
  nextOpening,
  nextTurn,
  type Workplace,
} from '../../src/time/calendar.ts';

const [city, lantern, quillstone] = sample.organizations.map(
  ({ timeZone, workingWeek, closures }): Workplace => ({
    timeZone,
    calendar: { workingWeek, closures: new Set(closures) },
  }),
) as [Workplace, Workplace, Workplace];
const all = [city, lantern, quillstone];

const WEEK = [1, 2, 3, 4, 5];

function placeIn(timeZone: string, closures: readonly string[] = [], workingWeek = WEEK) {
  return { timeZone, calendar: { workingWeek, closures: new Set(closures) } };
}

const turn = (places: readonly Workplace[], weekday: number, after: string) =>
  nextTurn({ places, weekday, after: new Date(after) }).toISOString();

describe('the next turn', () => {
  test.each([
    // Nine in Chicago is sixteen in Berlin: the one hour that all three share.
    ['Tuesday of this week', all, 2, '2026-11-23T12:00:00Z', '2026-11-24T15:00:00.000Z'],
    ['Tuesday again', all, 2, '2026-11-24T15:00:00Z', '2026-12-01T15:00:00.000Z'],
    ['a moment before', all, 2, '2026-11-24T14:59:59Z', '2026-11-24T15:00:00.000Z'],
    // Thanksgiving and the day after it.
    ['Thursday is closed', all, 4, '2026-11-25T00:00:00Z', '2026-11-30T15:00:00.000Z'],
    // Election Day closes the City on a Tuesday; Lantern works, and waits.
    ['Tuesday is closed', all, 2, '2026-11-01T00:00:00Z', '2026-11-04T15:00:00.000Z'],
    // America has changed its clocks and Europe has not: fourteen, not fifteen.
    ['between the changes', all, 2, '2027-03-15T12:00:00Z', '2027-03-16T14:00:00.000Z'],
    ['one alone, at nine', [quillstone], 1, '2026-11-25T00:00:00Z', '2026-11-30T08:00:00.000Z'],
    ['in summer', [quillstone], 1, '2026-07-01T00:00:00Z', '2026-07-06T07:00:00.000Z'],
  ])('%s', (_, places, weekday, after, expected) =>
    expect(turn(places, weekday, after)).toBe(expected),
  );

  test.each([
    [
      'half past the hour, where that is nine for the other',
      [placeIn('Asia/Kolkata'), placeIn('Europe/London')],
      '2026-11-24T09:00:00.000Z',
    ],
    [
      // Tuesday noon in California is Wednesday morning in Auckland.
      'on two sides of the date line',
      [placeIn('America/Los_Angeles'), placeIn('Pacific/Auckland')],
      '2026-11-24T20:00:00.000Z',
    ],
    [
      'nobody shares an hour: nine at the first',
      [placeIn('Europe/Berlin'), placeIn('Pacific/Auckland')],
      '2026-11-24T08:00:00.000Z',
    ],
    [
      'a quarter past the hour, where that is nine for the other',
      [placeIn('Asia/Kathmandu'), placeIn('UTC')],
      '2026-11-24T09:00:00.000Z',
    ],
  ])('%s', (_, places, expected) => expect(turn(places, 2, '2026-11-23T00:00:00Z')).toBe(expected));

  test('no week is spoken in in which somebody is closed throughout', () => {
    const days = Array.from({ length: 7 }, (_, n) => `2026-12-0${n + 1}`);
    const closed = placeIn('Europe/Berlin', days);
    expect(turn([closed], 2, '2026-11-30T12:00:00Z')).toBe('2026-12-08T08:00:00.000Z');
  });

  test.each([
    ['a working week is empty', [placeIn('Europe/Berlin', [], [])]],
    ['no day is shared', [placeIn('Europe/Berlin', [], [1]), placeIn('UTC', [], [3])]],
  ])('%s: the weekday itself, so that a clock goes on', (_, places) => {
    expect(turn(places, 2, '2026-11-24T07:59:00Z')).toBe('2026-11-24T08:00:00.000Z');
    expect(turn(places, 2, '2026-11-24T08:00:00Z')).toBe('2026-12-01T08:00:00.000Z');
  });

  test('a day that a country skipped is none', () => {
    const apia = placeIn('Pacific/Apia', [], [1, 2, 3, 4, 5, 6, 7]);
    expect(turn([apia], 5, '2011-12-28T00:00:00Z')).toBe('2011-12-30T19:00:00.000Z');
  });
});

describe('whatever the calendars', () => {
  const date = fc
    .integer({ min: 0, max: 800 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const place = fc.record({
    timeZone: fc.constantFrom(
      ...['America/Chicago', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Beirut', 'Asia/Kolkata'],
      ...['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
    ),
    calendar: fc.record({
      // With these three there is always a day in common, on whichever side of the date line.
      workingWeek: fc.subarray([1, 5, 6, 7]).map((others) => [2, 3, 4, ...others]),
      closures: fc.array(date, { maxLength: 40 }).map((dates) => new Set(dates)),
    }),
  });
  const places = fc.array(place, { minLength: 1, maxLength: 4 });
  const weekday = fc.integer({ min: 1, max: 7 });
  const after = fc.date({
    min: new Date('2026-01-01'),
    max: new Date('2027-12-31'),
    noInvalidDate: true,
  });

  test('it is later, on a day that is closed for nobody, and the only one of its week', () => {
    fc.assert(
      fc.property(places, weekday, after, (given, day, from) => {
        const next = nextTurn({ places: given, weekday: day, after: from });
        expect(next > from).toBe(true);
        for (const { calendar, timeZone } of given)
          expect(isWorkingDay(calendar, localDate(next, timeZone))).toBe(true);
        const other = nextTurn({ places: given, weekday: day, after: next });
        expect(other > next).toBe(true);
        const between = new Date((from.getTime() + next.getTime()) / 2);
        expect(nextTurn({ places: given, weekday: day, after: between })).toEqual(
          between < next ? next : other,
        );
      }),
      { numRuns: 150 },
    );
  });

  test('it is between nine and five for all, where there is such an hour in those days', () => {
    fc.assert(
      fc.property(places, weekday, after, (given, day, from) => {
        const next = nextTurn({ places: given, weekday: day, after: from });
        if (given.every((one) => isAtWork(one, next))) return;
        const [first] = given;
        expect(next).toEqual(
          momentOf(localDate(next, first?.timeZone ?? ''), '09:00', first?.timeZone ?? ''),
        );
        for (let at = next.getTime(); at < next.getTime() + 86_400_000; at += 900_000) {
          expect(given.every((one) => isAtWork(one, new Date(at)))).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the next opening comes no later than the next turn', () => {
    fc.assert(
      fc.property(places, weekday, after, (given, day, from) => {
        const opening = nextOpening(given, from);
        expect(opening > from).toBe(true);
        expect(opening <= nextTurn({ places: given, weekday: day, after: from })).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  ['2026-11-24', '09:00', 'Europe/Berlin', '2026-11-24T08:00:00.000Z'],
  // There is no half past two: the clocks show half past three.
  ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-03-08', '02:30', 'America/Chicago', '2026-03-08T08:30:00.000Z'],
  // There are two: the first.
  ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-11-01', '01:30', 'America/Chicago', '2026-11-01T06:30:00.000Z'],
  ['2026-03-29', '00:30', 'Asia/Beirut', '2026-03-28T22:30:00.000Z'],
])('%s %s in %s is %s', (date, time, timeZone, expected) =>
  expect(momentOf(date, time, timeZone).toISOString()).toBe(expected),
);

test.each([
  ['2026-11-23', 0, '2026-11-23'],
  ['2026-11-29', 0, '2026-11-23'],
  ['2026-11-30', 1, '2026-11-23'],
  ['2027-01-01', 0, '2026-12-28'],
])('the Monday of %s, %i weeks earlier, is %s', (date, weeks, expected) =>
  expect(mondayOfWeek(date, weeks)).toBe(expected),
);

test.each([
  ['2026-11-24T15:00:00Z', 12, '2027-11-24T15:00:00.000Z'],
  ['2028-02-29T10:00:00Z', 12, '2029-02-28T10:00:00.000Z'],
  ['2029-02-28T10:00:00Z', -12, '2028-02-28T10:00:00.000Z'],
])('%s and %i months', (instant, months, expected) =>
  expect(monthsAfter(new Date(instant), months).toISOString()).toBe(expected),
);
