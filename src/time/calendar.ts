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

/** The day from which `count` working days pass until `date`: by then papers for it must be in. */
export function subtractWorkingDays(
  calendar: WorkingCalendar,
  date: string,
  count: number,
): string {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = previousCommonWorkingDay([calendar], day);
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

/** The last day before `date` on which everybody works. */
export function previousCommonWorkingDay(
  calendars: readonly WorkingCalendar[],
  date: string,
): string {
  return workingDayFrom(calendars, date, -1);
}

function nextWorkingDay(calendars: readonly WorkingCalendar[], date: string): string {
  return workingDayFrom(calendars, date, 1);
}

function workingDayFrom(calendars: readonly WorkingCalendar[], date: string, step: 1 | -1): string {
  let day = date;
  for (let n = 0; n < MOST_DAYS; n += 1) {
    day = Temporal.PlainDate.from(day).add({ days: step }).toString();
    if (calendars.every((calendar) => isWorkingDay(calendar, day))) return day;
  }
  throw new Error('no common working day within ten years: a working week is empty');
}

function following(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

/** The calendar day on which an instant falls in a zone. */
export function localDate(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDate().toString();
}

/** The Monday of the week of an ISO date, or of one so many weeks earlier. */
export function mondayOfWeek(date: string, weeks = 0): string {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1, weeks }).toString();
}

/** The first moment of a day in a zone; not always midnight, where clocks change then. */
export function startOfDay(date: string, timeZone: string): Date {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).startOfDay();
  return new Date(start.epochMilliseconds);
}

/** Where somebody works, and on which days. */
export type Workplace = { readonly timeZone: string; readonly calendar: WorkingCalendar };

const DAY_BEGINS = 9;
const DAY_ENDS = 17;
const QUARTERS = (DAY_ENDS - DAY_BEGINS) * 4;
/** Further ahead nobody plans; whoever has no day in common by then never has one. */
const WEEKS_AHEAD = 53;

/**
 * The moment at which the clocks of a zone show this time of day. What they skip comes as much later;
 * of what they show twice, it is the first.
 */
export function momentOf(date: string, time: string, timeZone: string): Date {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone);
  return new Date(local.epochMilliseconds);
}

/** Between nine and five there, five excluded, on a working day. */
export function isAtWork({ timeZone, calendar }: Workplace, instant: Date): boolean {
  const local = zoned(instant, timeZone);
  if (local.hour < DAY_BEGINS || local.hour >= DAY_ENDS) return false;
  return isWorkingDay(calendar, local.toPlainDate().toString());
}

/**
 * The next moment, later than `after`, for something weekly (domain 14.2): on this ISO weekday of the
 * first place, or the next day on which everybody works; at the first quarter of an hour at which all
 * are at work, else at nine in the first place. Where no days are shared, the calendars are left aside.
 */
export function nextTurn(given: {
  readonly weekday: number;
  readonly places: readonly Workplace[];
  readonly after: Date;
}): Date {
  const { weekday, places, after } = given;
  const timeZone = places[0]?.timeZone ?? 'UTC';
  const today = zoned(after, timeZone).toPlainDate();
  const begins = today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 });
  const weeks = isAnyDayShared(places) ? WEEKS_AHEAD : 0;
  for (let week = 0; week < weeks; week += 1) {
    const turn = turnOfWeek(begins.add({ weeks: week }), places);
    if (turn && turn > after) return turn;
  }
  const [soon = after, later = after] = [0, 1].map((weeks) =>
    momentOf(begins.add({ weeks }).toString(), '09:00', timeZone),
  );
  return soon > after ? soon : later;
}

/** Whether their weeks have a day in common; without one, no calendar has to be looked through. */
function isAnyDayShared(places: readonly Workplace[]): boolean {
  return [1, 2, 3, 4, 5, 6, 7].some((day) =>
    places.every(({ calendar }) => calendar.workingWeek.includes(day)),
  );
}

/** The next moment, later than `after`, at which something may be said to all of them. */
export function nextOpening(places: readonly Workplace[], after: Date): Date {
  const { dayOfWeek } = zoned(after, places[0]?.timeZone ?? 'UTC');
  const turns = [dayOfWeek, (dayOfWeek % 7) + 1].map((weekday) =>
    nextTurn({ weekday, places, after }),
  );
  return new Date(Math.min(...turns.map((turn) => turn.getTime())));
}

/** The same moment of the day so many months later, or the last day of a month that is shorter. */
export function monthsAfter(instant: Date, months: number): Date {
  return new Date(zoned(instant, 'UTC').add({ months }).epochMilliseconds);
}

function turnOfWeek(begins: Temporal.PlainDate, places: readonly Workplace[]): Date | undefined {
  const days = Array.from({ length: 7 }, (_, n) => begins.add({ days: n }).toString());
  for (const momentOn of [sharedMoment, nineOClock]) {
    for (const day of days) {
      const moment = momentOn(day, places);
      if (moment) return moment;
    }
  }
  return undefined;
}

function sharedMoment(date: string, places: readonly Workplace[]): Date | undefined {
  const [first] = places;
  if (!first || !isWorkingDay(first.calendar, date)) return undefined;
  const begins = momentOf(date, `0${DAY_BEGINS}:00`, first.timeZone).getTime();
  const moments = Array.from({ length: QUARTERS }, (_, n) => new Date(begins + n * 900_000));
  return moments.find((moment) => places.every((place) => isAtWork(place, moment)));
}

function nineOClock(date: string, places: readonly Workplace[]): Date | undefined {
  const moment = momentOf(date, '09:00', places[0]?.timeZone ?? 'UTC');
  const isWorked = places.every(({ calendar, timeZone }) =>
    isWorkingDay(calendar, localDate(moment, timeZone)),
  );
  return isWorked ? moment : undefined;
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}
