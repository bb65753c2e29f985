import type { TransactionContext } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { conflictOf } from './conflict.ts';
import { findEntry, markTerm } from './store.ts';

/**
 * Ends a blind collection when every organization has answered: all meanings become visible at once.
 * False while somebody's is missing.
 */
export async function revealMeanings(
  ctx: TransactionContext,
  input: { readonly termId: string },
): Promise<boolean> {
  const entry = await findEntry(ctx.db, ctx.partnership.id, input.termId);
  if (!entry?.isCollecting) return false;
  const present = presentOrganizations(ctx.partnership);
  if (present.some(({ id }) => !entry.answered.includes(id))) {
    await ctx.jobs.add(ctx.db, 'glossary.ask', {
      partnershipId: ctx.partnership.id,
      termId: entry.id,
    });
    return false;
  }
  const conflict = conflictOf(entry.usages) ?? null;
  await markTerm(ctx.db, ctx.partnership.id, entry.id, { collectingSince: null, conflict });
  await addNote(ctx, entry.id, 'glossary.revealed', { conflict: conflict ?? 'none' });
  await ctx.jobs.add(ctx.db, 'glossary.reveal', {
    partnershipId: ctx.partnership.id,
    termId: entry.id,
  });
  return true;
}
