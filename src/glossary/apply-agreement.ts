import type { Proposal } from '../agreements/proposal.ts';
import type { TransactionContext } from '../context.ts';
import { isConflict } from '../database/errors.ts';
import { Refusal } from '../refusal.ts';
import { labelsAfterAgreement, type RatedLabel } from './labels.ts';
import { findEntry, putLabel } from './store.ts';
import type { TermContent } from './term.ts';

/** Gives the labels the ratings that the new agreement means, and has it said in the channel. */
export async function applyAgreement(ctx: TransactionContext, agreed: Proposal): Promise<void> {
  const termId = agreed.subjectId;
  const partnershipId = ctx.partnership.id;
  const content = agreed.content as TermContent;
  const entry = await findEntry(ctx.db, partnershipId, termId);
  if (!entry) return;
  for (const label of labelsAfterAgreement(entry.labels, entry.text, content)) {
    await put(label);
  }
  await ctx.jobs.add(ctx.db, 'glossary.agreed', {
    partnershipId,
    termId,
    version: String(agreed.version),
  });
  await ctx.facts.tell(ctx.db, 'term.agreed', { partnershipId, termId });

  async function put(label: RatedLabel): Promise<void> {
    try {
      await putLabel(ctx.db, partnershipId, { ...label, termId });
    } catch (error) {
      if (!isConflict(error)) throw error;
      throw new Refusal(
        'invalid',
        `“${label.text}” has meanwhile become the preferred word for another term. Propose another preferred word for “${entry?.text}”.`,
      );
    }
  }
}
