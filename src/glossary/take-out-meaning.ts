import { takeBackAll } from '../agreements/take-back-all.ts';
import type { TransactionContext } from '../context.ts';
import { speakingMember } from '../members/speaking-member.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { deleteUsage } from './bulk-store.ts';
import type { Entry } from './entry.ts';
import { findEntry, markTerm } from './store.ts';

/**
 * Takes what the acting member's organization wrote out of a blind collection. What the others wrote stays
 * unseen until every organization has written, the one that took its words out too; also where one alone is
 * left to have written. When nobody has, there is nothing to compare, and the term begins anew.
 */
export async function takeOutMeaning(ctx: TransactionContext, entry: Entry): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  const { id: termId } = entry;
  const { organizationId } = await speakingMember(ctx);
  const own = entry.usages.find((usage) => usage.organizationId === organizationId);
  const hadVersion = await takeBackAll(ctx, { subjectId: termId });
  if (!own && !hadVersion) {
    throw new Refusal(
      'not-found',
      `Your organization has written nothing about “${entry.text}” yet, so there is nothing to take back.`,
    );
  }
  if (own) {
    await deleteUsage(ctx.db, partnershipId, { termId, organizationId });
    const { meaning, relation } = own;
    await addNote(ctx, termId, 'glossary.taken-out', { meaning, relation, isBlind: true });
  }
  const left = await findEntry(ctx.db, partnershipId, termId);
  if (left?.answered.length === 0) {
    await markTerm(ctx.db, partnershipId, termId, { collectingSince: null });
    return;
  }
  await ctx.jobs.add(ctx.db, 'glossary.ask', { partnershipId, termId });
}
