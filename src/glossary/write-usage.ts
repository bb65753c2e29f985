import { actingMember, type Context, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import type { Entry, Relation } from './entry.ts';
import { getTermById } from './look-up-term.ts';
import { revealMeanings } from './reveal-meanings.ts';
import { putUsage } from './store.ts';
import { tellChannel } from './tell-channel.ts';
import { DEFINITION_LIMIT } from './term.ts';

/** How the acting member's organization uses a term, beside what was agreed. */
export async function writeUsage(
  ctx: Context,
  input: { readonly termId: string; readonly meaning: string; readonly relation: Relation },
): Promise<{ readonly entry: Entry; readonly isRevealed: boolean }> {
  const member = actingMember(ctx);
  const entry = await getTermById(ctx, input.termId);
  const meaning = input.meaning.trim();
  if (!meaning && input.relation !== 'not_used') {
    throw new Refusal(
      'invalid',
      'Write a short line: what do people in your organization mean by it?',
      'meaning',
    );
  }
  if (meaning.length > DEFINITION_LIMIT) {
    throw new Refusal(
      'invalid',
      `That has ${meaning.length} characters; ${DEFINITION_LIMIT} is the most.`,
      'meaning',
    );
  }
  const isRevealed = await transaction(ctx, async (tx) => {
    await putUsage(tx.db, ctx.partnership.id, {
      termId: entry.id,
      organizationId: member.organizationId,
      memberId: member.id,
      meaning,
      relation: input.relation,
      writtenAt: ctx.clock.now(),
    });
    await addNote(tx, entry.id, 'glossary.usage', { relation: input.relation });
    await tellChannel(tx, entry.id);
    return revealMeanings(tx, { termId: entry.id });
  });
  return { entry: await getTermById(ctx, entry.id), isRevealed };
}
