import { isWorkingDay, momentOf } from '../time/calendar.ts';
import { addDays } from '../time/days.ts';
import type { Workplace } from './participant.ts';

/** Time at work on one day, in minutes since 1970; `date` is the day on which it begins there. */
export type Stretch = { readonly date: string; readonly from: number; readonly to: number };

const MINUTE = 60_000;

/**
 * When somebody works on these ISO dates, which are in order. Each day is asked of its own zone: clocks
 * change on different Sundays on the two sides of the Atlantic. Hours that end when they begin, or
 * before, go on into the next day; closures and days off have none.
 */
export function workingTime(
  { timeZone, calendar, workingHours }: Workplace,
  dates: readonly string[],
): readonly Stretch[] {
  const { from, to } = workingHours;
  return dates
    .filter((date) => isWorkingDay(calendar, date))
    .map((date) => ({
      date,
      from: momentOf(date, from, timeZone).getTime() / MINUTE,
      to: momentOf(to > from ? date : addDays(date, 1), to, timeZone).getTime() / MINUTE,
    }))
    .filter((stretch) => stretch.from < stretch.to);
}

/** When both work. Where it is two dates at once, as in Auckland and Los Angeles, the earlier one counts. */
export function sharedTime(a: readonly Stretch[], b: readonly Stretch[]): readonly Stretch[] {
  const shared: Stretch[] = [];
  for (let [atA, atB] = [0, 0]; ; ) {
    const [one, other] = [a[atA], b[atB]];
    if (!one || !other) return shared;
    const from = Math.max(one.from, other.from);
    const to = Math.min(one.to, other.to);
    if (from < to) shared.push({ date: earlier(one.date, other.date), from, to });
    if (one.to < other.to) atA += 1;
    else atB += 1;
  }
}

function earlier(one: string, other: string): string {
  if (one < other) return one;
  return other;
}

/** The minutes of one ISO date that two or three people, or more, all work. */
export function sharedMinutes(workplaces: readonly Workplace[], date: string): number {
  const dates = [-1, 0, 1].map((days) => addDays(date, days));
  const [first = [], ...others] = workplaces.map((workplace) => workingTime(workplace, dates));
  return others
    .reduce(sharedTime, first)
    .filter((stretch) => stretch.date === date)
    .reduce((sum, { from, to }) => sum + to - from, 0);
}

export type Overlap = {
  /** Days with at least half an hour in common. */
  readonly days: number;
  /** What those days have in common, on average. */
  readonly minutes: number;
};

const ENOUGH_MINUTES = 30;
const ENOUGH_DAYS = 2;

export function overlapOf(shared: readonly Stretch[]): Overlap {
  const byDate = new Map<string, number>();
  for (const { date, from, to } of shared) byDate.set(date, (byDate.get(date) ?? 0) + to - from);
  const enough = [...byDate.values()].filter((minutes) => minutes >= ENOUGH_MINUTES);
  const sum = enough.reduce((total, minutes) => total + minutes, 0);
  return { days: enough.length, minutes: enough.length === 0 ? 0 : sum / enough.length };
}

/** Half an hour on at least two days of a round (domain 5.3.1). */
export function isEnough({ days }: Overlap): boolean {
  return days >= ENOUGH_DAYS;
}
