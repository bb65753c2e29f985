import type { Context } from '../context.ts';
import { deleteLink } from './store.ts';

/** The link of somebody who takes no part any more: it stays dead, also when they come back. */
export async function endLink(ctx: Context, input: { readonly memberId: string }): Promise<void> {
  await deleteLink(ctx.db, { partnershipId: ctx.partnership.id, memberId: input.memberId });
}
