import type { Context } from '../context.ts';
import { listOwnedTitles } from './store.ts';

/** The titles of what a member looks after and is not reached, also after they have left. */
export function listOwned(
  ctx: Context,
  input: { readonly memberId: string },
): Promise<readonly string[]> {
  return listOwnedTitles(ctx.db, ctx.partnership.id, input.memberId);
}
