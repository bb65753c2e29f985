import { Temporal } from 'temporal-polyfill';

export type WorkingCalendar = {
  /** ISO weekdays, 1 = Monday. */
  readonly workingWeek: readonly number[];
  /** ISO dates. */
  readonly closures: ReadonlySet<string>;
};

/** Far enough for any sensible closure list; beyond it the list is wrong. */
const MOST_DAYS = 3_660;

export function isWorkingDay(calendar: WorkingCalendar, date: string): boolean {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return calendar.workingWeek.includes(dayOfWeek) && !calendar.closures.has(date);
}

/** The day on which `count` working days have passed since `date`, which is not counted itself. */
export function addWorkingDays(calendar: WorkingCalendar, date: string, count: number): string {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay([calendar], day);
  return day;
}

/** Working days after `from`, up to and including `to` (domain 14.1). */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  let count = 0;
  for (let day = following(from); day <= to; day = following(day)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** The first day after `date` on which everybody works. */
export function nextCommonWorkingDay(calendars: readonly WorkingCalendar[], date: string): string {
  return nextWorkingDay(calendars, date);
}

function nextWorkingDay(calendars: readonly WorkingCalendar[], date: string): string {
  let day = date;
  for (let n = 0; n < MOST_DAYS; n += 1) {
    day = following(day);
    if (calendars.every((calendar) => isWorkingDay(calendar, day))) return day;
  }
  throw new Error('no common working day within ten years: a working week is empty');
}

function following(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

/** The calendar day on which an instant falls in a zone. */
export function localDate(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The first moment of a day in a zone; not always midnight, where clocks change then. */
export function startOfDay(date: string, timeZone: string): Date {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).startOfDay();
  return new Date(start.epochMilliseconds);
}
