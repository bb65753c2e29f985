import { actingMember, type Context } from '../context.ts';
import { putStop } from './store.ts';

/** The acting member hears nothing of this kind any more; other kinds go on (domain 14.5, D5). */
export function stopNotices(ctx: Context, input: { readonly kind: string }): Promise<void> {
  const { id: memberId } = actingMember(ctx);
  const stop = { memberId, kind: input.kind, at: ctx.clock.now() };
  return putStop(ctx.db, ctx.partnership.id, stop);
}
