import { actingMember, type Context, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import type { Conflict } from './conflict.ts';
import { refuseWhileCollecting } from './endorse-term.ts';
import type { Entry } from './entry.ts';
import { getTermById } from './look-up-term.ts';
import { markTerm } from './store.ts';

/** A person says what the meanings are to each other; the bot never decides that (domain 3.2.3). */
export async function markConflict(
  ctx: Context,
  input: { readonly termId: string; readonly conflict: Conflict },
): Promise<Entry> {
  actingMember(ctx);
  refuseWhileCollecting(await getTermById(ctx, input.termId));
  await transaction(ctx, async (tx) => {
    await markTerm(tx.db, tx.partnership.id, input.termId, { conflict: input.conflict });
    await addNote(tx, input.termId, 'glossary.conflict', { conflict: input.conflict });
  });
  return getTermById(ctx, input.termId);
}
