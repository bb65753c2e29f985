import type { TransactionContext } from '../context.ts';
import type { Agreeable } from './agreeable.ts';
import { settleProposal } from './settle-proposal.ts';
import { findOpenProposal, lockSubject } from './store.ts';

/** Looks again at what is open about a subject: who it waited for may have left. */
export async function settleOpenProposal(
  ctx: TransactionContext,
  agreeable: Agreeable,
  input: { readonly subjectId: string },
): Promise<void> {
  await lockSubject(ctx.db, ctx.partnership.id, input.subjectId);
  const open = await findOpenProposal(ctx.db, ctx.partnership.id, input.subjectId);
  if (open) await settleProposal(ctx, agreeable, open);
}
