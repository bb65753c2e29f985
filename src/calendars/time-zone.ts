import { Temporal } from 'temporal-polyfill';
import {
  tzlib_get_ical_block,
  tzlib_get_offset,
  tzlib_get_timezones,
} from 'timezones-ical-library';
import type { EntryTime } from './calendar-entry.ts';

export type Span = {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  /** The name under which calendars know its zone; undefined where the moment is told in UTC. */
  readonly zone: string | undefined;
};

/**
 * When something takes place. A few zones have rules that iCalendar cannot say (Jerusalem in 2028): where
 * what the file says of a zone would be another moment, it is told in UTC instead.
 */
export function spanOf(on: string, { startsAt, minutes, timeZone }: EntryTime): Span {
  const start = Temporal.PlainDateTime.from(`${on}T${startsAt}`).toZonedDateTime(timeZone);
  const end = start.add({ minutes });
  const isTold =
    tzlib_get_timezones().includes(timeZone) &&
    [start, end].every((moment) => offsetSaid(moment) === moment.offset.replace(':', ''));
  return { start, end, zone: isTold ? calendarZone(timeZone) : undefined };
}

/** The lines that tell a zone's rules. */
export function zoneBlock(zone: string): string {
  return tzlib_get_ical_block(zone)[0] ?? '';
}

/** The zone's own name: `America/Chicago` for `US/Central`. */
function calendarZone(timeZone: string): string {
  return (tzlib_get_ical_block(timeZone)[1] ?? '').replace('TZID=', '');
}

function offsetSaid(moment: Temporal.ZonedDateTime): string {
  const { timeZoneId } = moment;
  return tzlib_get_offset(
    timeZoneId,
    moment.toPlainDate().toString(),
    moment.toPlainTime().toString({ smallestUnit: 'minute' }),
  );
}
