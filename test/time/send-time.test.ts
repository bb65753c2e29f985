import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import { type Day, mayWriteNow, sendTime } from '../../src/time/send-time.ts';

const WEEK = [1, 2, 3, 4, 5];

function dayOf(given: {
  readonly zone: string;
  readonly works: string;
  readonly quiet: string;
  readonly closures?: readonly string[];
  readonly week?: readonly number[];
}): Day {
  const hours = (text: string) => {
    const [from = '', to = ''] = text.split('–');
    return { from, to };
  };
  return {
    timeZone: given.zone,
    workingHours: hours(given.works),
    quietHours: hours(given.quiet),
    calendar: { workingWeek: given.week ?? WEEK, closures: new Set(given.closures ?? []) },
  };
}

const closuresOf = (shortName: string) =>
  sample.organizations.find((one) => one.shortName === shortName)?.closures ?? [];

const PEOPLE = {
  renata: dayOf({
    zone: 'America/Chicago',
    works: '08:30–17:00',
    quiet: '17:30–08:00',
    closures: closuresOf('City'),
  }),
  lena: dayOf({
    zone: 'Europe/Berlin',
    works: '09:00–17:30',
    quiet: '18:30–09:00',
    closures: closuresOf('Quillstone'),
  }),
  arjun: dayOf({
    zone: 'Asia/Kolkata',
    works: '10:00–18:30',
    quiet: '18:30–09:00',
    closures: closuresOf('Quillstone'),
  }),
};

const at = (day: Day, after: string, spreadSeconds = 0) =>
  sendTime({ ...day, after: new Date(after), spreadSeconds }).toISOString();

describe('the next moment at which somebody may be written to', () => {
  test.each([
    ['renata', '2026-11-30T14:30:00.000Z'],
    ['lena', '2026-11-26T08:00:00.000Z'],
    ['arjun', '2026-11-26T04:30:00.000Z'],
  ] as const)('D1: what is written late on 25 November comes to %s at %s', (who, expected) => {
    expect(at(PEOPLE[who], '2026-11-25T23:45:00Z')).toBe(expected);
  });

  test.each([
    ['in the hours', '2026-11-24T15:00:00Z', '2026-11-24T15:00:00.000Z'],
    ['at the opening', '2026-11-24T14:30:00Z', '2026-11-24T14:30:00.000Z'],
    ['at the last second', '2026-11-24T22:59:59Z', '2026-11-24T22:59:59.000Z'],
    ['at the close', '2026-11-24T23:00:00Z', '2026-11-25T14:30:00.000Z'],
    ['before the opening', '2026-11-24T05:00:00Z', '2026-11-24T14:30:00.000Z'],
    ['on a Saturday', '2026-11-21T16:00:00Z', '2026-11-23T14:30:00.000Z'],
  ])('Renata, %s', (_, after, expected) => expect(at(PEOPLE.renata, after)).toBe(expected));

  test('only what has to wait is spread, and never beyond the close', () => {
    expect(at(PEOPLE.renata, '2026-11-24T15:00:00Z', 600)).toBe('2026-11-24T15:00:00.000Z');
    expect(at(PEOPLE.renata, '2026-11-24T05:00:00Z', 600)).toBe('2026-11-24T14:40:00.000Z');
    const short = dayOf({ zone: 'UTC', works: '09:00–09:10', quiet: '18:00–08:00' });
    expect(at(short, '2026-11-24T05:00:00Z', 1_199)).toBe('2026-11-24T09:09:59.000Z');
  });

  test.each([
    ['a part-timer’s evening that is all quiet', '18:00–21:00', '17:30–08:00', '18:00', '21:00'],
    ['quiet hours that begin and end the day', '07:00–20:00', '17:30–08:00', '08:00', '17:30'],
    ['quiet hours within a day', '09:00–17:00', '00:00–10:00', '10:00', '17:00'],
    ['no quiet hours', '09:00–17:00', '00:00–00:00', '09:00', '17:00'],
    ['a night shift', '22:00–06:00', '07:00–21:00', '22:00', '06:00'],
  ])('%s', (_, works, quiet, opens, closes) => {
    const day = dayOf({ zone: 'UTC', works, quiet });
    const begins = `2026-11-24T${opens}:00.000Z`;
    expect(at(day, '2026-11-24T06:30:00Z')).toBe(begins);
    const ends = new Date(`2026-11-${closes < opens ? 25 : 24}T${closes}:00Z`);
    expect(mayWriteNow(day, new Date(ends.getTime() - 1))).toBe(true);
    expect(at(day, ends.toISOString())).toBe(begins.replace('-24T', '-25T'));
  });

  test('a lunch that is quiet makes two openings of one day', () => {
    const day = dayOf({ zone: 'UTC', works: '09:00–17:00', quiet: '12:00–13:00' });
    expect(at(day, '2026-11-24T08:00:00Z')).toBe('2026-11-24T09:00:00.000Z');
    expect(at(day, '2026-11-24T12:00:00Z')).toBe('2026-11-24T13:00:00.000Z');
  });

  test.each([
    // Clocks go from 02:00 to 03:00: there is no 02:30.
    ['a skipped opening', '02:30–06:00', '2027-03-14T06:00:00Z', '2027-03-14T08:30:00.000Z'],
    // Clocks go from 02:00 back to 01:00: it is 01:30 twice.
    ['a doubled opening', '01:30–06:00', '2026-11-01T05:00:00Z', '2026-11-01T06:30:00.000Z'],
    ['between the two', '01:30–06:00', '2026-11-01T07:10:00Z', '2026-11-01T07:30:00.000Z'],
    ['the day after', '08:30–17:00', '2027-03-14T04:00:00Z', '2027-03-14T13:30:00.000Z'],
  ])('daylight saving in Chicago: %s', (_, works, after, expected) => {
    const week = [1, 2, 3, 4, 5, 6, 7];
    const day = dayOf({ zone: 'America/Chicago', works, quiet: '20:00–00:00', week });
    expect(at(day, after)).toBe(expected);
  });

  test('who works on no day at all is written to in their hours', () => {
    const day = dayOf({ zone: 'UTC', works: '09:00–17:00', quiet: '18:00–08:00', week: [] });
    expect(at(day, '2026-11-24T20:00:00Z')).toBe('2026-11-25T09:00:00.000Z');
  });
});

const minute = fc.integer({ min: 0, max: 1439 });
const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Whether a minute of the day lies between two, over midnight where the second is smaller. */
const between = (given: number, from: number, to: number) =>
  from < to ? from <= given && given < to : given >= from || given < to;

test('nobody is written to in quiet hours, at night or on a day off, and nothing is late for nothing', () => {
  fc.assert(
    fc.property(
      fc.record({
        zone: fc.constantFrom(
          'America/Chicago',
          'Europe/Berlin',
          'Asia/Kolkata',
          'Australia/Sydney',
        ),
        works: fc.tuple(minute, minute).filter(([from, to]) => to - from >= 60),
        quiet: fc.tuple(minute, minute).filter(([from, to]) => from !== to),
        after: fc.date({
          min: new Date('2026-10-01T00:00:00Z'),
          max: new Date('2027-04-30T00:00:00Z'),
          noInvalidDate: true,
        }),
        spreadSeconds: fc.integer({ min: 0, max: 1_199 }),
      }),
      ({ zone, works, quiet, after, spreadSeconds }) => {
        const text = (pair: readonly [number, number]) => pair.map(timeOf).join('–');
        const day = dayOf({ zone, works: text(works), quiet: text(quiet) });
        const leaves = Array.from({ length: 1440 }, (_, n) => n).some(
          (n) => between(n, ...works) && !between(n, ...quiet),
        );
        const isGood = (moment: Date) => {
          const local = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(
            zone,
          );
          const now = local.hour * 60 + local.minute;
          const isOpen = between(now, ...works) && !(leaves && between(now, ...quiet));
          return isOpen && WEEK.includes(local.dayOfWeek);
        };
        const moment = sendTime({ ...day, after, spreadSeconds });
        expect(isGood(moment)).toBe(true);
        expect(moment.getTime()).toBeGreaterThanOrEqual(after.getTime());
        expect(mayWriteNow(day, moment)).toBe(true);
        if (isGood(after)) expect(moment).toEqual(after);
        // Every hour in between was one at which nothing may be sent.
        const opens = sendTime({ ...day, after, spreadSeconds: 0 }).getTime();
        for (let n = after.getTime(); n < opens; n += 3_600_000) {
          expect(isGood(new Date(n))).toBe(false);
        }
      },
    ),
  );
});
