import { type Context, transaction } from '../context.ts';
import type { Agreeable } from './agreeable.ts';
import { settleProposal } from './settle-proposal.ts';
import { findOpenProposal, findProposal, lockSubject } from './store.ts';

/** Looks again at a version whose moment has come; one that was closed meanwhile is left alone. */
export async function settleDueProposal(
  ctx: Context,
  agreeable: Agreeable,
  input: { readonly proposalId: string },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const known = await findProposal(tx.db, tx.partnership.id, input.proposalId);
    if (!known) return;
    await lockSubject(tx.db, tx.partnership.id, known.subjectId);
    const open = await findOpenProposal(tx.db, tx.partnership.id, known.subjectId);
    if (open?.id === known.id) await settleProposal(tx, agreeable, open);
  });
}
