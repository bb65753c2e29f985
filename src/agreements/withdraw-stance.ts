import { actingMember, type TransactionContext } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import type { Agreeable } from './agreeable.ts';
import type { Proposal } from './proposal.ts';
import { type Settled, settleProposal } from './settle-proposal.ts';
import { removeStance } from './stance-store.ts';

/** Takes back what the acting member said of the open version, whose subject the caller holds. */
export async function withdrawStance(
  ctx: TransactionContext,
  agreeable: Agreeable,
  open: Proposal,
): Promise<Settled> {
  const { id: memberId } = actingMember(ctx);
  await removeStance(ctx.db, ctx.partnership.id, open.id, memberId);
  await addNote(ctx, open.subjectId, 'agreements.stance-withdrawn', { version: open.version });
  const stances = open.stances.filter((stance) => stance.memberId !== memberId);
  return settleProposal(ctx, agreeable, { ...open, stances });
}
