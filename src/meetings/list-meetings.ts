import type { Context } from '../context.ts';
import type { Meeting } from './meeting.ts';
import { listMeetings as list } from './store.ts';

/** The meetings of all organizations from an ISO date on, or all that are known. */
export function listMeetings(
  ctx: Context,
  input: { readonly from?: string },
): Promise<readonly Meeting[]> {
  return list(ctx.db, ctx.partnership.id, input.from);
}
