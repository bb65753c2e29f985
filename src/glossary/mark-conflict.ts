import { type Context, transaction } from '../context.ts';
import { speakingMember } from '../members/speaking-member.ts';
import { addNote } from '../partnerships/add-note.ts';
import type { Conflict } from './conflict.ts';
import type { Entry } from './entry.ts';
import { holdTerm, refuseWhileCollecting } from './hold-term.ts';
import { getTermById } from './look-up-term.ts';
import { markTerm } from './store.ts';

/**
 * Somebody who speaks for an organization says, for all, what the meanings are to each other; the bot never
 * decides that (domain 3.2.3).
 */
export async function markConflict(
  ctx: Context,
  input: { readonly termId: string; readonly conflict: Conflict },
): Promise<Entry> {
  await transaction(ctx, async (tx) => {
    await speakingMember(tx);
    refuseWhileCollecting(await holdTerm(tx, input.termId));
    await markTerm(tx.db, tx.partnership.id, input.termId, { conflict: input.conflict });
    await addNote(tx, input.termId, 'glossary.conflict', { conflict: input.conflict });
  });
  return getTermById(ctx, input.termId);
}
