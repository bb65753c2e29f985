import type { Context } from '../context.ts';
import type { PartnershipCache } from '../database/partnership-cache.ts';
import { listLabels } from '../glossary/list-labels.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';

/** Kept for each partnership until something in it changes. */
export type Lexicons = Pick<PartnershipCache<Lexicon>, 'through'>;

export async function readLexicon(ctx: Context, lexicons: Lexicons): Promise<Lexicon> {
  const { id: partnershipId } = ctx.partnership;
  const read = async () => createLexicon(await listLabels(ctx));
  const kept = await lexicons.through(partnershipId, async () => ({
    partnershipId,
    value: await read(),
  }));
  return kept ?? read();
}
