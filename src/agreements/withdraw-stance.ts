import { actingMember, type TransactionContext } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import type { Agreeable } from './agreeable.ts';
import { type Settled, settleProposal } from './settle-proposal.ts';
import { removeStance } from './stance-store.ts';
import { lockSubject } from './store.ts';
import { getOpenVersion } from './take-stance.ts';

/** Takes back what the acting member said of the open version. */
export async function withdrawStance(
  ctx: TransactionContext,
  agreeable: Agreeable,
  input: { readonly subjectId: string },
): Promise<Settled> {
  const member = actingMember(ctx);
  await lockSubject(ctx.db, ctx.partnership.id, input.subjectId);
  const open = await getOpenVersion(ctx, agreeable, input.subjectId, undefined);
  if (!(await removeStance(ctx.db, ctx.partnership.id, open.id, member.id))) {
    throw new Refusal(
      'not-found',
      'You have not said anything about this version, so there is nothing to take back.',
    );
  }
  await addNote(ctx, input.subjectId, 'agreements.stance-withdrawn', { version: open.version });
  const proposal = await getOpenVersion(ctx, agreeable, input.subjectId, undefined);
  return settleProposal(ctx, agreeable, proposal);
}
