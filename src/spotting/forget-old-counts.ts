import type { Context } from '../context.ts';
import { DAYS_BETWEEN } from './reminder.ts';
import { forgetBefore } from './store.ts';

const DAY_MS = 86_400_000;
const DAYS_COUNTED = 365;

/** Counts of weeks a year ago, and reminders that no longer hold anything back. */
export async function forgetOldCounts(ctx: Context): Promise<void> {
  const ago = (days: number) => new Date(ctx.clock.now().getTime() - days * DAY_MS);
  const before = { week: ago(DAYS_COUNTED), reminder: ago(DAYS_BETWEEN + 1) };
  await forgetBefore(ctx.db, ctx.partnership.id, before);
}
