import type { Proposal } from '../agreements/proposal.ts';
import type { TransactionContext } from '../context.ts';
import { isConflict } from '../database/errors.ts';
import { Refusal } from '../refusal.ts';
import { normalize } from './normalize.ts';
import { findEntry, putLabel, rerateLabels } from './store.ts';
import type { TermContent } from './term.ts';

/** Gives the labels the ratings that the new agreement means, and has it said in the channel. */
export async function applyAgreement(ctx: TransactionContext, agreed: Proposal): Promise<void> {
  const termId = agreed.subjectId;
  const partnershipId = ctx.partnership.id;
  const content = agreed.content as TermContent;
  const entry = await findEntry(ctx.db, partnershipId, termId);
  if (!entry) return;
  await rerateLabels(ctx.db, partnershipId, termId, ['preferred'], 'superseded');
  for (const alias of content.aliases ?? []) await label(alias, 'admitted');
  if (content.deprecated || content.resolution === 'spell_out') {
    await rerateLabels(ctx.db, partnershipId, termId, ['admitted', 'superseded'], 'deprecated');
  } else {
    await prefer(content.preferredLabel ?? entry.text);
  }
  await ctx.jobs.add(ctx.db, 'glossary.agreed', {
    partnershipId,
    termId,
    version: String(agreed.version),
  });

  async function label(text: string, rating: 'preferred' | 'admitted'): Promise<void> {
    const normalized = normalize(text);
    if (normalized) await putLabel(ctx.db, partnershipId, { termId, text, normalized, rating });
  }

  async function prefer(text: string): Promise<void> {
    try {
      await label(text, 'preferred');
    } catch (error) {
      if (!isConflict(error)) throw error;
      throw new Refusal(
        'invalid',
        `“${text}” has meanwhile become the preferred word for another term. Propose another preferred word for “${entry?.text}”.`,
      );
    }
  }
}
