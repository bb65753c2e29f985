import type { Context } from '../context.ts';
import type { NoticeEnd } from './notice.ts';
import { endNotices as end } from './store.ts';

/** They are not told, or not again; those that ended before stay as they are. */
export function endNotices(
  ctx: Context,
  input: { readonly noticeIds: readonly string[]; readonly end: NoticeEnd },
): Promise<void> {
  return end(ctx.db, ctx.partnership.id, input.noticeIds, input.end, ctx.clock.now());
}
