import { addWorkingDays, type WorkingCalendar } from '../time/calendar.ts';
import { addDays, daysBetween } from '../time/days.ts';

/** ISO weekday on which rounds open (domain 2.4). */
export const ROUND_DAY = 2;

const MANY = 12;
const WORKING_DAYS_TO_MEET = 10;
const DAYS_IN_A_WEEK = 7;

/** Weeks from one round to the next: weekly rounds would run dry (domain 5.3). */
export function weeksBetween(joined: number): number {
  return joined >= MANY ? 2 : 4;
}

/** The last day on which the groups of a round meet, by the calendar that is slowest. */
export function meetByOf(calendars: readonly WorkingCalendar[], opensOn: string): string {
  const closes = calendars
    .filter(({ workingWeek }) => workingWeek.length > 0)
    .map((calendar) => addWorkingDays(calendar, opensOn, WORKING_DAYS_TO_MEET));
  const last = closes.toSorted().at(-1) ?? addDays(opensOn, 2 * DAYS_IN_A_WEEK);
  return addDays(last, -1);
}

/** The ISO dates on which the groups of a round may meet, from the first to the last. */
export function daysOf(from: string, meetBy: string): readonly string[] {
  const count = Math.max(0, daysBetween(from, meetBy) + 1);
  return Array.from({ length: count }, (_, n) => addDays(from, n));
}

type Last = { readonly opensOn: string; readonly closedAt: Date | undefined };

/** Whether a round opens on this turn's day. One that was moved by closures does not move the next. */
export function isRoundDue(last: Last | undefined, joined: number, today: string): boolean {
  if (!last) return true;
  if (!last.closedAt) return false;
  return daysBetween(last.opensOn, today) >= weeksBetween(joined) * DAYS_IN_A_WEEK - SLACK_DAYS;
}

/** A round that opened a day or two late, after a holiday, is followed on the usual day. */
const SLACK_DAYS = 3;

/** The day of the first turn on which a round may open. `nextTurn` is the next one, of any week. */
export function nextRoundOn(
  last: (Last & { readonly meetBy: string }) | undefined,
  joined: number,
  nextTurn: string,
): string {
  let on = nextTurn;
  if (!last) return on;
  const isUnderWay = (date: string) => !last.closedAt && date <= last.meetBy;
  const closed = { ...last, closedAt: last.closedAt ?? new Date(0) };
  while (isUnderWay(on) || !isRoundDue(closed, joined, on)) on = addDays(on, DAYS_IN_A_WEEK);
  return on;
}
