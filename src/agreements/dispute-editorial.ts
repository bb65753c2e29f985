import type { TransactionContext } from '../context.ts';
import { coordinatingMember } from '../members/coordinating-member.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import type { Agreeable } from './agreeable.ts';
import { type Settled, settleProposal } from './settle-proposal.ts';
import { removeCarriedStances } from './stance-store.ts';
import { lockSubject } from './store.ts';
import { getOpenVersion } from './take-stance.ts';

/** A coordinator says that a change is more than wording: everybody is asked again (domain 3.2.5). */
export async function disputeEditorial(
  ctx: TransactionContext,
  agreeable: Agreeable,
  input: { readonly subjectId: string; readonly version: number },
): Promise<Settled> {
  await lockSubject(ctx.db, ctx.partnership.id, input.subjectId);
  await coordinatingMember(
    ctx,
    'A coordinator can say that this is more than wording. You can object to it, with a reason.',
  );
  const open = await getOpenVersion(ctx, agreeable, input.subjectId, input.version);
  if ((await removeCarriedStances(ctx.db, ctx.partnership.id, open.id)) === 0) {
    throw new Refusal('already-done', 'Everybody is being asked about this version already.');
  }
  await addNote(ctx, input.subjectId, 'agreements.editorial-disputed', { version: open.version });
  const proposal = await getOpenVersion(ctx, agreeable, input.subjectId, open.version);
  return settleProposal(ctx, agreeable, proposal);
}
