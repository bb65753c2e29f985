import type { TransactionContext } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { findOpenProposal, lockSubject, markClosed } from './store.ts';

/** Its subject is over, so nothing is left to answer, whoever put it forward. */
export async function endProposal(
  ctx: TransactionContext,
  input: { readonly subjectId: string },
): Promise<void> {
  const { subjectId } = input;
  await lockSubject(ctx.db, ctx.partnership.id, subjectId);
  const open = await findOpenProposal(ctx.db, ctx.partnership.id, subjectId);
  if (!open) return;
  await markClosed(ctx.db, ctx.partnership.id, open.id, 'withdrawn', ctx.clock.now());
  await addNote(ctx, subjectId, 'agreements.ended', { version: open.version });
}
