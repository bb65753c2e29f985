import { actingMember, type Context } from '../context.ts';
import { removeStop } from './store.ts';

/** The acting member hears of this kind again, from the next one on. */
export function resumeNotices(ctx: Context, input: { readonly kind: string }): Promise<void> {
  return removeStop(ctx.db, ctx.partnership.id, actingMember(ctx).id, input.kind);
}
