import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import {
  addWorkingDays,
  isWorkingDay,
  localDate,
  nextCommonWorkingDay,
  startOfDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '../../src/time/calendar.ts';

const [city, lantern, quillstone] = sample.organizations.map(
  ({ workingWeek, closures }): WorkingCalendar => ({ workingWeek, closures: new Set(closures) }),
) as [WorkingCalendar, WorkingCalendar, WorkingCalendar];

describe('the sample’s three calendars', () => {
  test.each([
    ['2026-11-26', '2026-11-30'],
    ['2026-12-24', '2026-12-28'],
    ['2026-12-31', '2027-01-04'],
    ['2027-03-26', '2027-03-30'],
    ['2026-11-23', '2026-11-24'],
  ])('D2: after %s all work again on %s', (date, expected) =>
    expect(nextCommonWorkingDay([city, lantern, quillstone], date)).toBe(expected),
  );

  test.each([
    ['2026-11-24', true],
    ['2026-11-26', false],
    ['2026-11-27', false],
    ['2026-11-28', false],
  ])('the City on %s: %s', (date, expected) => expect(isWorkingDay(city, date)).toBe(expected));

  test.each([
    ['the City', city, '2026-12-01'],
    ['Lantern', lantern, '2026-12-01'],
    ['Quillstone', quillstone, '2026-11-27'],
  ])('three working days of %s after Tuesday 2026-11-24', (_, calendar, expected) =>
    expect(addWorkingDays(calendar, '2026-11-24', 3)).toBe(expected),
  );

  test('the City has had one working day by Friday 2026-11-27', () =>
    expect(workingDaysBetween(city, '2026-11-24', '2026-11-27')).toBe(1));
});

describe('working days', () => {
  const week: WorkingCalendar = { workingWeek: [1, 2, 3, 4, 5], closures: new Set() };

  test.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23', '2026-11-24', 1],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-21', '2026-11-22', 0],
    ['2026-11-24', '2026-11-23', 0],
    ['2026-12-31', '2027-01-01', 1],
    ['2028-02-28', '2028-03-01', 2],
  ])('after %s up to %s: %i', (from, to, expected) =>
    expect(workingDaysBetween(week, from, to)).toBe(expected),
  );

  test('none added is the same day, at the weekend too', () =>
    expect(addWorkingDays(week, '2026-11-21', 0)).toBe('2026-11-21'));

  test('a week from Sunday to Thursday', () => {
    const other = { workingWeek: [7, 1, 2, 3, 4], closures: new Set<string>() };
    expect(addWorkingDays(other, '2026-11-26', 1)).toBe('2026-11-29');
  });

  test('nobody works on no day, and that is said', () => {
    const never = { workingWeek: [], closures: new Set<string>() };
    expect(() => addWorkingDays(never, '2026-11-23', 1)).toThrow('working week is empty');
    const weekend = { workingWeek: [6, 7], closures: new Set<string>() };
    expect(() => nextCommonWorkingDay([week, weekend], '2026-11-23')).toThrow('working');
  });

  test('twenty years are counted at once', () => {
    const before = performance.now();
    expect(workingDaysBetween(week, '2020-01-01', '2040-01-01')).toBe(5_217);
    console.info(`workingDaysBetween, 20 years: ${(performance.now() - before).toFixed(1)} ms`);
  });
});

describe('whatever the calendar', () => {
  const date = fc
    .integer({ min: 0, max: 2_000 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const calendar = fc.record({
    workingWeek: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    closures: fc.array(date, { maxLength: 60 }).map((dates) => new Set(dates)),
  });
  const count = fc.integer({ min: 1, max: 40 });

  test('counting undoes adding', () => {
    fc.assert(
      fc.property(calendar, date, count, (given, from, days) => {
        const to = addWorkingDays(given, from, days);
        expect(isWorkingDay(given, to)).toBe(true);
        expect(workingDaysBetween(given, from, to)).toBe(days);
      }),
    );
  });

  test('adding undoes counting, from one working day to another', () => {
    fc.assert(
      fc.property(calendar, date, count, (given, from, days) => {
        const to = addWorkingDays(given, from, days);
        expect(addWorkingDays(given, from, workingDaysBetween(given, from, to))).toBe(to);
      }),
    );
  });

  test('more days are never earlier, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(calendar, date, date, count, (given, a, b, days) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(addWorkingDays(given, early, days + 1) > addWorkingDays(given, early, days)).toBe(
          true,
        );
        expect(addWorkingDays(given, early, days) <= addWorkingDays(given, late, days)).toBe(true);
        const end = addWorkingDays(given, late, days);
        expect(workingDaysBetween(given, early, end)).toBeGreaterThanOrEqual(days);
      }),
    );
  });

  test('one more closure never makes it earlier', () => {
    fc.assert(
      fc.property(calendar, date, date, count, (given, from, closed, days) => {
        const fewer = { ...given, closures: new Set([...given.closures, closed]) };
        expect(addWorkingDays(fewer, from, days) >= addWorkingDays(given, from, days)).toBe(true);
      }),
    );
  });

  test('the next common day is the next of each that suits all', () => {
    fc.assert(
      fc.property(date, (from) => {
        const next = nextCommonWorkingDay([city, lantern, quillstone], from);
        for (const one of [city, lantern, quillstone]) expect(isWorkingDay(one, next)).toBe(true);
        expect(next > from).toBe(true);
      }),
    );
  });
});

describe('the first moment of a day', () => {
  test.each([
    ['2026-12-01', 'America/Chicago', '2026-12-01T06:00:00.000Z'],
    ['2026-07-01', 'America/Chicago', '2026-07-01T05:00:00.000Z'],
    // The clocks change later on these days.
    ['2026-03-08', 'America/Chicago', '2026-03-08T06:00:00.000Z'],
    ['2026-03-09', 'America/Chicago', '2026-03-09T05:00:00.000Z'],
    ['2026-11-01', 'America/Chicago', '2026-11-01T05:00:00.000Z'],
    ['2026-11-02', 'America/Chicago', '2026-11-02T06:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-11-26', 'Asia/Kolkata', '2026-11-25T18:30:00.000Z'],
    // There is no midnight on these days: they begin at one.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    // The evening before comes twice here, and midnight twice there: the first begins the day.
    ['2026-10-25', 'Asia/Beirut', '2026-10-24T22:00:00.000Z'],
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
  ])('%s in %s is %s', (date, timeZone, expected) =>
    expect(startOfDay(date, timeZone).toISOString()).toBe(expected),
  );

  const zone = fc.constantFrom(
    ...['America/Chicago', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Beirut', 'Asia/Kolkata'],
    ...['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Australia/Lord_Howe', 'UTC'],
  );
  const instant = fc.date({
    min: new Date('2015-01-01'),
    max: new Date('2035-01-01'),
    noInvalidDate: true,
  });

  test('is of that day, and the moment before is not', () => {
    fc.assert(
      fc.property(instant, zone, (now, timeZone) => {
        const today = localDate(now, timeZone);
        const start = startOfDay(today, timeZone);
        expect(start <= now).toBe(true);
        expect(localDate(start, timeZone)).toBe(today);
        expect(localDate(new Date(start.getTime() - 1), timeZone) < today).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['2026-11-25T23:45:00Z', 'America/Chicago', '2026-11-25'],
  ['2026-11-25T23:45:00Z', 'Europe/Berlin', '2026-11-26'],
  ['2026-11-26T05:59:59.999Z', 'America/Chicago', '2026-11-25'],
  ['2026-11-26T06:00:00Z', 'America/Chicago', '2026-11-26'],
])('%s is in %s the %s', (instant, timeZone, expected) =>
  expect(localDate(new Date(instant), timeZone)).toBe(expected),
);
