import {
  ICalCalendar,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEntry } from './calendar-entry.ts';
import { spanOf, zoneBlock } from './time-zone.ts';

const REFRESH_SECONDS = 4 * 3_600;

/**
 * As RFC 5545 wants it. Without a METHOD: with PUBLISH each event would need an organizer (RFC 5546), and
 * without one DTSTAMP is when the entry last changed, so that the same days are the same bytes.
 */
export function writeCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = new ICalCalendar({
    // The library writes this one as it is given.
    name: line(name).replaceAll(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Common Ground', product: 'Common Ground', language: 'EN' },
    ttl: REFRESH_SECONDS,
  });
  const events = inOrder(entries).map(eventOf);
  for (const event of events) calendar.createEvent(event);
  const zones = new Set(events.flatMap(({ timezone }) => timezone ?? []));
  // A calendar holds one component at least.
  if (events.length === 0) zones.add('Etc/UTC');
  return withZones(calendar.toString(), [...zones].toSorted(compare));
}

/** The library would write a property of the calendar after them, where only components may follow. */
function withZones(text: string, zones: readonly string[]): string {
  const [properties = '', ...events] = text
    .replace(/\r\nEND:VCALENDAR$/, '')
    .split(/\r\n(?=BEGIN:VEVENT\r\n)/);
  return [properties, ...zones.map(zoneBlock), ...events, 'END:VCALENDAR', ''].join('\r\n');
}

function eventOf(entry: CalendarEntry): ICalEventData {
  const notes = entry.notes.map(line).filter(Boolean).join('\n');
  return {
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
    summary: line(entry.title),
    ...(notes && { description: notes }),
    status: STATUS[entry.status],
    // It tells, and takes nobody's time.
    transparency: ICalEventTransparency.TRANSPARENT,
    ...whenOf(entry),
  };
}

function whenOf({
  on,
  time,
}: CalendarEntry): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'> {
  if (!time) {
    const start = Temporal.PlainDate.from(on);
    return { start, end: start.add({ days: 1 }), allDay: true };
  }
  const { start, end, zone } = spanOf(on, time);
  return zone ? { start, end, timezone: zone } : { start: start.toInstant(), end: end.toInstant() };
}

const STATUS: Readonly<Record<CalendarEntry['status'], ICalEventStatus>> = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/** iCalendar's text holds no control characters; what somebody wrote is one line here. */
function line(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

function inOrder(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  return entries.toSorted((a, b) => compare(a.on, b.on) || compare(a.uid, b.uid));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
