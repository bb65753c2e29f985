import type { Context } from '../context.ts';
import type { Partnership } from './partnership.ts';
import { findPartnership } from './store.ts';

/** The partnership as it stands after what has just been changed. */
export async function getPartnership(ctx: Context): Promise<Partnership> {
  return (await findPartnership(ctx.db, ctx.partnership.id)) ?? ctx.partnership;
}
