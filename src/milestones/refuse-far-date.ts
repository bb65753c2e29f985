import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { localDate } from '../time/calendar.ts';
import { addDays } from '../time/days.ts';

const MOST_DAYS_AHEAD = 3_653;

/** Refuses a day that has passed for everybody, and one that nobody can plan for. */
export function refuseFarDate(ctx: Context, on: string | undefined): void {
  if (on === undefined) return;
  // Where it is still today the longest.
  const today = localDate(ctx.clock.now(), 'Etc/GMT+12');
  if (on < today) {
    throw new Refusal('invalid', 'That day has passed. Which later day do you mean?', 'target');
  }
  if (on > addDays(today, MOST_DAYS_AHEAD)) {
    throw new Refusal('invalid', 'That is more than ten years ahead. Is the year right?', 'target');
  }
}
