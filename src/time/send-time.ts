import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, type WorkingCalendar } from './calendar.ts';
import { addDays } from './days.ts';

type Hours = { readonly from: string; readonly to: string };

/** Somebody's day: local times of their own zone, and the days on which they work. */
export type Day = {
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly workingHours: Hours;
  readonly quietHours: Hours;
};

/** Minutes from the midnight that begins a day; beyond 1,440 they are those of the next. */
type Span = { readonly from: number; readonly to: number };

const DAY = 1_440;
/** Whoever does not work within a year has a calendar that is wrong; their hours still hold. */
const DAYS_AHEAD = 366;

/**
 * The next moment at or after `after` at which somebody may be written to unasked (domain 14.2): in
 * their working hours, outside the quiet hours, on their working days. What has to wait for an opening
 * comes up to `spreadSeconds` after it, so that not everything is sent in the same minute.
 */
export function sendTime(
  given: Day & { readonly after: Date; readonly spreadSeconds: number },
): Date {
  const { after, calendar } = given;
  const isWorked = (date: string) => isWorkingDay(calendar, date);
  return firstMoment(given, isWorked) ?? firstMoment(given, () => true) ?? after;
}

/** Whether they may be written to right now. */
export function mayWriteNow(day: Day, now: Date): boolean {
  return sendTime({ ...day, after: now, spreadSeconds: 0 }).getTime() === now.getTime();
}

function firstMoment(
  given: Day & { readonly after: Date; readonly spreadSeconds: number },
  isWorked: (date: string) => boolean,
): Date | undefined {
  const { after, timeZone, spreadSeconds } = given;
  const spans = openSpans(given.workingHours, given.quietHours);
  const today = zoned(after, timeZone).toPlainDate().toString();
  // A day that goes over midnight still goes on the morning after.
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead += 1) {
    const date = addDays(today, ahead);
    if (!isWorked(date)) continue;
    for (const span of spans) {
      if (isWithin(span, date, after, timeZone)) return after;
      const opens = openings(span, date, timeZone).find(
        (moment) => moment > after && isWithin(span, date, moment, timeZone),
      );
      const room = (span.to - span.from) * 60;
      if (opens) return new Date(opens.getTime() + (spreadSeconds % room) * 1000);
    }
  }
  return undefined;
}

/** Working hours without the quiet ones; where nothing is left of them, the working hours alone. */
function openSpans(workingHours: Hours, quietHours: Hours): readonly Span[] {
  const working = spanOf(workingHours);
  const quiet = spanOf(quietHours);
  if (quietHours.from === quietHours.to) return [working];
  const open = [-DAY, 0, DAY].reduce<readonly Span[]>(
    (left, shift) => left.flatMap((span) => without(span, quiet, shift)),
    [working],
  );
  return open.length > 0 ? open : [working];
}

/** From and to the same time is the whole day. */
function spanOf({ from, to }: Hours): Span {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  return { from: begins, to: ends > begins ? ends : ends + DAY };
}

function without(span: Span, quiet: Span, shift: number): readonly Span[] {
  const before = { from: span.from, to: Math.min(span.to, quiet.from + shift) };
  const behind = { from: Math.max(span.from, quiet.to + shift), to: span.to };
  return [before, behind].filter(({ from, to }) => from < to);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** By what the clocks on the wall show, also on the night on which they show an hour twice. */
function isWithin(span: Span, date: string, moment: Date, timeZone: string): boolean {
  const local = zoned(moment, timeZone);
  const days = local.toPlainDate().since(Temporal.PlainDate.from(date)).days;
  const minutes = days * DAY + local.hour * 60 + local.minute;
  return span.from <= minutes && minutes < span.to;
}

/** What the clocks skip comes as much later; what they show twice are two moments. */
function openings(span: Span, date: string, timeZone: string): readonly Date[] {
  const local = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: span.from });
  return (['compatible', 'later'] as const).map(
    (disambiguation) =>
      new Date(local.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds),
  );
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}
