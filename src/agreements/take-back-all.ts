import { actingMember, type TransactionContext } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { removeStancesOf } from './stance-store.ts';
import { findOpenProposal, lockSubject, markClosed } from './store.ts';

/**
 * Whatever the acting member's organization has put forward or said of the open version is taken back.
 * Settles nothing: the caller knows that the subject is not to be agreed now. False where there was nothing.
 */
export async function takeBackAll(
  ctx: TransactionContext,
  input: { readonly subjectId: string },
): Promise<boolean> {
  const { organizationId } = actingMember(ctx);
  const { subjectId } = input;
  const partnershipId = ctx.partnership.id;
  await lockSubject(ctx.db, partnershipId, subjectId);
  const open = await findOpenProposal(ctx.db, partnershipId, subjectId);
  if (!open) return false;
  if (open.organizationId === organizationId) {
    await markClosed(ctx.db, partnershipId, open.id, 'withdrawn', ctx.clock.now());
    await addNote(ctx, subjectId, 'agreements.withdrawn', { version: open.version });
    return true;
  }
  if ((await removeStancesOf(ctx.db, partnershipId, open.id, organizationId)) === 0) return false;
  await addNote(ctx, subjectId, 'agreements.stance-withdrawn', { version: open.version });
  return true;
}
