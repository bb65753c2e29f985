import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { CalendarEntry } from '../../src/calendars/calendar-entry.ts';
import { writeCalendar } from '../../src/calendars/write-calendar.ts';
import { addDays } from '../../src/time/days.ts';
import { parsed } from './parsed.ts';

const ENTRY: CalendarEntry = {
  uid: 'milestone-1@common-ground',
  sequence: 3,
  changedAt: new Date('2026-11-24T15:00:00Z'),
  title: 'Pilot open',
  notes: ['All organizations agreed to this day.'],
  status: 'confirmed',
  on: '2026-12-04',
  time: undefined,
};

function at(on: string, startsAt: string, timeZone: string, minutes = 60): CalendarEntry {
  return {
    ...ENTRY,
    uid: `meeting-${on}@common-ground`,
    on,
    time: { startsAt, minutes, timeZone },
  };
}

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'abc;,\\:"\n\r\tüß漢👩‍👩‍👧', '\r\nEND:VEVENT\r\n', '\u0000', '\uD83D'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 120,
});
const time = fc.record({
  startsAt: fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([hour, minute]) => [hour, minute].map((n) => `${n}`.padStart(2, '0')).join(':')),
  minutes: fc.integer({ min: 1, max: 600 }),
  timeZone: fc.constantFrom(
    ...['America/Chicago', 'US/Central', 'Europe/Berlin', 'Europe/Dublin', 'Asia/Kolkata'],
    ...['Asia/Jerusalem', 'America/Santiago', 'Pacific/Auckland', 'Africa/Casablanca', 'UTC'],
  ),
});
/** Readers differ about a time that the clock shows twice, or never. */
function isToldApart({ on, time: given }: { on: string; time: CalendarEntry['time'] }): boolean {
  if (!given) return true;
  const local = Temporal.PlainDateTime.from(`${on}T${given.startsAt}`);
  const at = (disambiguation: 'earlier' | 'later') =>
    local.toZonedDateTime(given.timeZone, { disambiguation }).epochMilliseconds;
  return at('earlier') === at('later');
}

const entries: fc.Arbitrary<CalendarEntry[]> = fc.uniqueArray(
  fc
    .record({
      uid: fc.uuid().map((id) => `milestone-${id}@common-ground`),
      sequence: fc.nat(2 ** 31 - 1),
      changedAt: fc.date({
        min: new Date('2026-01-01'),
        max: new Date('2036-12-31'),
        noInvalidDate: true,
      }),
      title: words,
      notes: fc.array(words, { maxLength: 3 }),
      status: fc.constantFrom('confirmed', 'tentative', 'cancelled'),
      on: day,
      time: fc.option(time, { nil: undefined }),
    })
    .filter(isToldApart),
  { selector: ({ uid }) => uid, maxLength: 8 },
);

/** A calendar's own properties, then its components, of which there is one at least; RFC 5545, 3.4 and 3.6. */
const GRAMMAR =
  /^BEGIN:VCALENDAR\r\n((?!BEGIN:|END:)[^\r\n]+\r\n)+(BEGIN:(?<kind>VTIMEZONE|VEVENT)\r\n((?!END:\k<kind>)[^\r\n]+\r\n)+END:\k<kind>\r\n)+END:VCALENDAR\r\n$/;

/** As one line, without what iCalendar cannot hold. */
function asLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

function instantOf({ on, time: given }: CalendarEntry, plus = 0): string {
  if (!given) return addDays(on, plus === 0 ? 0 : 1);
  const start = Temporal.PlainDateTime.from(`${on}T${given.startsAt}`).toZonedDateTime(
    given.timeZone,
  );
  return new Date(start.add({ minutes: plus }).epochMilliseconds).toISOString();
}

describe('what is written is what a calendar reads', () => {
  test('any days, times, zones and titles', () => {
    fc.assert(
      fc.property(entries, words, (given, name) => {
        const text = writeCalendar(name, given);
        expect(new Set(parsed(text).entries)).toEqual(
          new Set(
            given.map((entry) => ({
              uid: entry.uid,
              title: asLine(entry.title),
              notes: entry.notes.map(asLine).filter(Boolean).join('\n'),
              status: entry.status.toUpperCase(),
              sequence: entry.sequence,
              changedAt: new Date(Math.floor(entry.changedAt.getTime() / 1_000) * 1_000),
              start: instantOf(entry),
              end: instantOf(entry, entry.time?.minutes ?? 1),
            })),
          ),
        );
        expect(text).toMatch(GRAMMAR);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a name of the partnership stays a name, whatever is in it', () => {
    fc.assert(
      fc.property(words, (name) => {
        const read = parsed(writeCalendar(name, [ENTRY]));
        expect(read.entries).toHaveLength(1);
        expect(read.name).toBe(asLine(name) || 'null');
      }),
      { numRuns: 100 },
    );
  });

  test('5,000 characters are folded and come back whole', () => {
    const title = 'Ärzte, „Pilot“; 👩‍👩‍👧 \\n '.repeat(250).slice(0, 5_000);
    expect(parsed(writeCalendar('Open Doors', [{ ...ENTRY, title }])).entries[0]?.title).toBe(
      asLine(title),
    );
  });
});

describe('half past six in Chicago', () => {
  test.each([
    ['the day before the clocks go back', '2026-10-31', '2026-10-31T23:30:00.000Z'],
    ['the day on which they do', '2026-11-01', '2026-11-02T00:30:00.000Z'],
    ['the day before they go forward', '2027-03-13', '2027-03-14T00:30:00.000Z'],
    ['the day on which they do', '2027-03-14', '2027-03-14T23:30:00.000Z'],
  ])('is the right moment %s, to two parsers', (_, on, instant) => {
    const text = writeCalendar('Open Doors', [at(on, '18:30', 'America/Chicago')]);
    expect(text).toContain(`DTSTART;TZID=America/Chicago:${on.replaceAll('-', '')}T183000\r\n`);
    expect(parsed(text).entries[0]?.start).toBe(instant);
    const [other] = Object.values(nodeIcal.sync.parseICS(text)).filter(
      (one) => one?.type === 'VEVENT',
    );
    expect(new Date(other?.type === 'VEVENT' ? other.start : 0).toISOString()).toBe(instant);
  });

  test('is told by one zone, whatever the organization calls it', () => {
    const text = writeCalendar('Open Doors', [
      at('2026-12-15', '18:30', 'US/Central'),
      at('2026-12-16', '18:30', 'America/Chicago'),
    ]);
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text.match(/TZID=America\/Chicago/g)).toHaveLength(4);
  });
});

test('where iCalendar cannot say a zone’s rule, the moment is told in UTC', () => {
  const text = writeCalendar('Open Doors', [at('2028-03-26', '18:30', 'Asia/Jerusalem')]);
  expect(text).toContain('DTSTART:20280326T153000Z');
  expect(text).not.toContain('VTIMEZONE');
});

test('stamps are in UTC, and the same days are the same bytes', () => {
  const text = writeCalendar('Open Doors', [at('2026-12-15', '18:30', 'America/Chicago'), ENTRY]);
  expect(text.match(/DTSTAMP:20261124T150000Z\r\n/g)).toHaveLength(2);
  expect(text.match(/LAST-MODIFIED:20261124T150000Z\r\n/g)).toHaveLength(2);
  expect(writeCalendar('Open Doors', [ENTRY, at('2026-12-15', '18:30', 'America/Chicago')])).toBe(
    text,
  );
});

test('all days are DATE values, nobody’s time is taken, and nobody is named', () => {
  const text = writeCalendar('Open Doors', [ENTRY]);
  expect(text).toContain('DTSTART;VALUE=DATE:20261204\r\nDTEND;VALUE=DATE:20261205\r\n');
  expect(text).toContain('TRANSP:TRANSPARENT');
  expect(text).not.toMatch(/ORGANIZER|ATTENDEE|METHOD/);
  expect(parsed(text)).toMatchObject({ name: 'Open Doors', refresh: 'PT4H' });
});

test('a calendar without dates is one too: it holds a component, as the grammar wants', () => {
  const calendar = new ICAL.Component(ICAL.parse(writeCalendar('Open Doors', [])));
  expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
});
