import type { Context } from '../context.ts';
import { markAnnounced } from './store.ts';

/** Whether the outcome is to be said in the channel now: once, and silence is better than twice. */
export function claimAnnouncement(ctx: Context, importId: string): Promise<boolean> {
  return markAnnounced(ctx.db, ctx.partnership.id, importId, ctx.clock.now());
}
