import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newsAsk } from '../../src/milestones/news-ask.ts';

const DAY_MS = 86_400_000;
const number = (on: string) => Date.parse(`${on}T00:00:00Z`) / DAY_MS;
const iso = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const START = number('2026-09-01');

const week = { workingWeek: [1, 2, 3, 4, 5], closures: new Set(['2026-11-26', '2026-11-27']) };

type Told = { readonly day: number; readonly what: string; readonly occasion: string };
type Report = { readonly day: number; readonly forecast: number };

/** Looks on these days, as the bot does; each occasion is told once. */
function askedOver(days: number, reports: readonly Report[], looks: (day: number) => boolean) {
  const told: Told[] = [];
  for (let day = START; day < START + days; day += 1) {
    const last = reports.findLast((report) => report.day <= day);
    if (!last || !looks(day)) continue;
    const ask = newsAsk({
      lastOn: iso(last.day),
      forecastOn: iso(last.forecast),
      today: iso(day),
      calendar: week,
    });
    const isNew = !told.some(
      ({ what, occasion }) => what === ask?.what && occasion === ask.occasion,
    );
    if (ask && isNew) told.push({ day, ...ask });
  }
  return told;
}

const shown = (told: readonly Told[]) => told.map(({ day, what }) => `${iso(day)} ${what}`);

describe('when the owner of a milestone is asked', () => {
  test('who never answers is asked every four weeks with one reminder, every two when it is near, and weekly when it is late', () => {
    const reports = [{ day: START, forecast: number('2027-01-15') }];
    expect(shown(askedOver(160, reports, () => true))).toEqual([
      '2026-09-29 update',
      '2026-10-02 update',
      '2026-10-27 update',
      '2026-10-30 update',
      '2026-11-24 update',
      '2026-12-01 update',
      '2026-12-08 update',
      '2026-12-11 update',
      '2026-12-22 update',
      '2026-12-25 update',
      '2027-01-05 update',
      '2027-01-08 update',
      '2027-01-14 due',
      '2027-01-22 due',
      '2027-01-29 due',
      '2027-02-05 due',
    ]);
  });

  test('after an answer, the next ask is counted from it', () => {
    const forecast = number('2026-12-18');
    const reports = [
      { day: START, forecast: number('2026-10-20') },
      { day: START + 15, forecast },
      { day: START + 33, forecast },
    ];
    expect(shown(askedOver(60, reports, () => true))).toEqual([
      '2026-09-15 update',
      // Two weeks after the second answer the day is still far, three weeks after it is near.
      '2026-10-25 update',
      '2026-10-28 update',
    ]);
  });
});

const history = fc
  .array(
    fc.record({ after: fc.integer({ min: 0, max: 50 }), ahead: fc.integer({ min: 0, max: 200 }) }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => {
    const reports: Report[] = [];
    let day = START;
    for (const { after, ahead } of steps) {
      reports.push({ day, forecast: day + ahead });
      day += after;
    }
    return reports;
  });

describe('over any history of days and reports', () => {
  test('no ask is lost: they come as somebody with a calendar would count them', () => {
    fc.assert(
      fc.property(history, (reports) => {
        const expected: string[] = [];
        let asked = START;
        for (let day = START; day < START + 250; day += 1) {
          if (reports.some((report) => report.day === day)) asked = day;
          const forecast = reports.findLast((report) => report.day <= day)?.forecast ?? day;
          const since = day - asked;
          const isNear = forecast - day <= 56;
          const isTurn = since >= 28 || (since >= 14 && since % 7 === 0 && isNear);
          if (!isTurn) continue;
          asked = day;
          const ask = newsAsk({
            lastOn: iso(reports.findLast((report) => report.day <= day)?.day ?? day),
            forecastOn: iso(forecast),
            today: iso(day),
            calendar: week,
          });
          if (ask?.what === 'update') expected.push(`${iso(day)} 0`);
        }
        const told = askedOver(250, reports, () => true)
          .filter(({ what, occasion }) => what === 'update' && occasion.endsWith(' 0'))
          .map(({ day }) => `${iso(day)} 0`);
        expect(told).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('none is doubled, however seldom somebody looks, and each has one reminder at most', () => {
    fc.assert(
      fc.property(history, fc.func(fc.boolean()), (reports, looks) => {
        const told = askedOver(250, reports, looks);
        const updates = Map.groupBy(
          told.filter(({ what }) => what === 'update'),
          ({ occasion }) => occasion.split(' ').slice(0, 2).join(' '),
        );
        for (const [ask, both] of updates) {
          const [, askedOn = ''] = ask.split(' ');
          expect(both.length).toBeLessThanOrEqual(2);
          for (const { day, occasion } of both) {
            expect(day).toBeGreaterThanOrEqual(number(askedOn) + (occasion.endsWith(' 1') ? 3 : 0));
          }
        }
        const due = told.filter(({ what }) => what === 'due');
        for (const [at, { day, occasion }] of due.entries()) {
          const before = due[at - 1];
          const isSameDate = before?.occasion.slice(0, 10) === occasion.slice(0, 10);
          const [on = '', weeks = ''] = occasion.split(' ');
          // Of one date: around the day itself, and not twice in one week after it.
          if (isSameDate)
            expect(Number(weeks)).toBeGreaterThan(Number(before?.occasion.split(' ')[1]));
          if (Number(weeks) > 0) expect(day - number(on)).toBeGreaterThanOrEqual(Number(weeks) * 7);
        }
      }),
      { numRuns: 30 },
    );
  });
});
