import type { Context } from '../context.ts';
import { findLatestTold } from './told-store.ts';

/** When a member was last told one of these, and on which occasion. */
export function findLastTold(
  ctx: Context,
  input: { readonly memberId: string; readonly whats: readonly string[] },
): Promise<{ readonly occasion: string; readonly at: Date } | undefined> {
  return findLatestTold(ctx.db, ctx.partnership.id, input);
}
