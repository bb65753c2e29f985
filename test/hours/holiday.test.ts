import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import {
  daysOf,
  type Holiday,
  knownUntil,
  observed,
  preselected,
  withClosed,
  withOpened,
  withoutHolidays,
} from '../../src/hours/holiday.ts';
import { listDaysOff } from '../../src/hours/list-days-off.ts';
import { placeOfCode } from '../../src/hours/place.ts';
import { nextCommonWorkingDay } from '../../src/time/calendar.ts';

/* Domain 14.1: imported, then corrected by the organization, then stored. */

const NEW_YEAR = '2026-01-01';
const HALF_A_DAY = 43_200_000;
const EMPTY = { closures: [], holidays: [] };
const [CITY, , QUILLSTONE] = sample.organizations;

const listed = async (code: string, from = NEW_YEAR) =>
  (await listDaysOff({ place: placeOfCode(code), from })).days;

const offerOf = (days: readonly Holiday[], ticked: ReadonlySet<string>, from = NEW_YEAR) => ({
  days,
  ticked,
  from,
  isOtherPlace: false,
});

/** What is left after the organization has taken away and added holidays by their names. */
async function corrected(code: string, off: readonly string[], on: readonly string[]) {
  const days = await listed(code);
  const ticked = days.filter(({ on: day, name }) =>
    preselected(days, [], []).has(day) ? !off.includes(name) : on.includes(name),
  );
  return observed(EMPTY, offerOf(days, new Set(ticked.map(({ on: day }) => day))));
}

const illinois = () =>
  corrected('US-IL', ['Malcolm X Day', 'Casimir Pulaski Day'], ['Day after Thanksgiving Day']);
const berlin = () => corrected('DE-BE', [], ['Christmas Eve', "New Year's Eve"]);

describe('what a place lists', () => {
  test.each([
    ['US-IL', '2026-05-19', 'Malcolm X Day', 'public'],
    ['US-IL', '2027-03-01', 'Casimir Pulaski Day', 'public'],
    ['US-IL', '2026-11-27', 'Day after Thanksgiving Day', 'observance'],
    ['US-IL', '2026-07-03', 'Independence Day (substitute day)', 'public'],
    ['DE-BE', '2026-03-08', "International Women's Day", 'public'],
    ['DE-BE', '2026-12-24', 'Christmas Eve', 'bank'],
    ['GB-ENG', '2027-12-28', 'Boxing Day (substitute day)', 'public'],
  ])('%s on %s: %s, %s', async (code, on, name, kind) => {
    expect(await listed(code)).toContainEqual({ on, name, kind });
  });

  test('is every day once, in order, until the end of the next year', async () => {
    const days = (await listed('SZ', '2026-11-25')).map(({ on }) => on);
    expect(days).toEqual([...new Set(days)].toSorted());
    expect(days[0]).toBe('2026-12-25');
    expect(days).toContain('2027-01-02');
    expect(days.every((on) => on >= '2026-11-25' && on <= '2027-12-31')).toBe(true);
  });

  test('counts whole days: an afternoon is one, three and a half are four, an hour of summer is none', () => {
    const of = (date: string, lengthMs: number) =>
      daysOf([{ date, lengthMs, name: 'Feast', kind: 'public' }], '2026-01-01', '2027-12-31');
    expect(of('2026-12-24 14:00:00', HALF_A_DAY)).toHaveLength(1);
    expect(of('2026-04-05 00:00:00', 2 * HALF_A_DAY + 3_600_000)).toHaveLength(1);
    expect(
      of('2026-03-20 00:00:00 -0600', 7 * HALF_A_DAY).map(({ on, name }) => [on, name]),
    ).toEqual([
      ['2026-03-20', 'Feast'],
      ['2026-03-21', 'Feast (day 2)'],
      ['2026-03-22', 'Feast (day 3)'],
      ['2026-03-23', 'Feast (day 4)'],
    ]);
  });

  test('of two on one day the public one names it', () => {
    const both = ['observance', 'public', 'bank'].map((kind) => ({
      date: '2026-05-14 00:00:00',
      lengthMs: 2 * HALF_A_DAY,
      name: kind,
      kind: kind as 'public',
    }));
    expect(daysOf(both, NEW_YEAR, '2026-12-31')).toEqual([
      { on: '2026-05-14', name: 'public', kind: 'public' },
    ]);
  });
});

describe('corrected by the organization', () => {
  test('Illinois is what the City stored, and Berlin what Quillstone stored', async () => {
    expect((await illinois()).closures).toEqual(CITY?.closures);
    expect((await berlin()).closures).toEqual(QUILLSTONE?.closures);
  });

  test.each([
    ['2026-11-26', '2026-11-30'],
    ['2026-12-24', '2026-12-28'],
    ['2026-12-31', '2027-01-04'],
    ['2027-03-26', '2027-03-30'],
  ])('D2: the next day after %s on which all work is %s', async (after, next) => {
    const calendars = [await illinois(), await berlin()].map(({ closures }) => ({
      workingWeek: [1, 2, 3, 4, 5],
      closures: new Set(closures),
    }));
    expect(nextCommonWorkingDay(calendars, after)).toBe(next);
  });

  test('the next year is preselected as this one was corrected', async () => {
    const before = await illinois();
    const days = await listed('US-IL', '2027-11-01');
    const ticked = preselected(days, before.holidays, before.closures);
    const named = (name: string) =>
      days.filter((day) => day.name === name).map(({ on }) => [on, ticked.has(on)]);
    expect(named('Casimir Pulaski Day')).toEqual([['2028-03-06', false]]);
    expect(named('Malcolm X Day')).toEqual([['2028-05-19', false]]);
    expect(named('Day after Thanksgiving Day')).toEqual([
      ['2027-11-26', true],
      ['2028-11-24', true],
    ]);
    expect(named('Memorial Day')).toEqual([['2028-05-29', true]]);
  });

  test('a holiday that was opened in words stays open, also where it moves to a Monday', async () => {
    const before = withOpened(await corrected('US-IL', [], []), ['2027-11-11']);
    expect(before.closures).not.toContain('2027-11-11');
    const days = [
      { on: '2028-11-10', name: 'Veterans Day (substitute day)', kind: 'public' as const },
    ];
    expect(preselected(days, before.holidays, before.closures).size).toBe(0);
  });

  test('another place takes the imported days with it, and leaves the own ones', async () => {
    const before = withClosed(await illinois(), ['2026-12-29']);
    const days = await listed('DE-BE', '2026-11-25');
    const offer = { ...offerOf(days, preselected(days, [], []), '2026-11-25'), isOtherPlace: true };
    const { closures, holidays } = observed(before, offer);
    expect(closures).toContain('2026-12-29');
    expect(closures).toContain('2027-05-17');
    expect(closures).not.toContain('2026-11-26');
    expect(closures).toContain('2026-07-04');
    expect(holidays.map(({ name }) => name)).not.toContain('Thanksgiving Day');
    expect(
      withoutHolidays(before, '2026-11-25').closures.filter((on) => on > '2026-11-25'),
    ).toEqual(['2026-12-29']);
  });

  test('it is known until the end of the last year of which anything is known', () => {
    expect(knownUntil(EMPTY)).toBeUndefined();
    expect(knownUntil({ closures: ['2026-11-27'], holidays: [] })).toBe('2026-12-31');
  });
});

const day = fc
  .integer({ min: 0, max: 700 })
  .map((n) => new Date(Date.UTC(2026, 10, 25 + n)).toISOString().slice(0, 10));
const days = fc.uniqueArray(day, { maxLength: 12 });
const offered = fc
  .uniqueArray(fc.record({ on: day, nth: fc.integer({ min: 0, max: 30 }) }), {
    selector: ({ on }) => on,
    maxLength: 25,
  })
  .map((some): readonly Holiday[] =>
    some
      .map(({ on, nth }) => ({
        on,
        name: `Feast ${nth}`,
        kind: nth % 3 === 0 ? ('observance' as const) : ('public' as const),
      }))
      .toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  );

describe('whatever is imported, ticked, closed and opened', () => {
  const from = '2026-11-25';

  test('a second import of the same changes nothing', () => {
    fc.assert(
      fc.property(offered, days, days, (holidays, own, unticked) => {
        const first = preselected(holidays, [], own);
        const ticked = new Set([...first].filter((on) => !unticked.includes(on)));
        const once = observed(
          { closures: own.toSorted(), holidays: [] },
          offerOf(holidays, ticked, from),
        );
        const again = preselected(holidays, once.holidays, once.closures);
        expect(again).toEqual(ticked);
        expect(observed(once, offerOf(holidays, again, from))).toEqual(once);
      }),
    );
  });

  test('what was closed and opened in words survives the next import', () => {
    fc.assert(
      fc.property(offered, days, days, (holidays, closed, opened) => {
        const first = observed(EMPTY, offerOf(holidays, preselected(holidays, [], []), from));
        const both = withOpened(withClosed(first, closed), opened);
        const again = preselected(holidays, both.holidays, both.closures);
        const { closures } = observed(both, offerOf(holidays, again, from));
        expect(closures).toEqual(both.closures);
        for (const on of opened) expect(closures).not.toContain(on);
        for (const on of closed) if (!opened.includes(on)) expect(closures).toContain(on);
      }),
    );
  });

  test('taking the import back leaves exactly what the organization closed by itself', () => {
    fc.assert(
      fc.property(offered, days, days, (holidays, before, after) => {
        const own = { closures: before.toSorted(), holidays: [] };
        const imported = observed(
          own,
          offerOf(holidays, preselected(holidays, [], own.closures), from),
        );
        const { closures } = withoutHolidays(withClosed(imported, after), from);
        expect(closures).toEqual([...new Set([...before, ...after])].toSorted());
      }),
    );
  });
});
