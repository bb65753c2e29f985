import { type Context, transaction } from '../context.ts';
import { speakingMember } from '../members/speaking-member.ts';
import { Refusal } from '../refusal.ts';
import type { Entry, Relation } from './entry.ts';
import { holdTerm } from './hold-term.ts';
import { keepMeanings } from './keep-meanings.ts';
import { getTermById } from './look-up-term.ts';
import { revealMeanings } from './reveal-meanings.ts';
import { tellChannel } from './tell-channel.ts';
import { DEFINITION_LIMIT } from './term.ts';

/** How the acting member's organization uses a term, beside what was agreed. */
export async function writeUsage(
  ctx: Context,
  input: { readonly termId: string; readonly meaning: string; readonly relation: Relation },
): Promise<{ readonly entry: Entry; readonly isRevealed: boolean }> {
  const { termId, relation } = input;
  const meaning = input.meaning.trim();
  if (!meaning && relation !== 'not_used') {
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
    const { id: memberId, organizationId } = await speakingMember(tx, 'meaning');
    const { isCollecting } = await holdTerm(tx, termId);
    const own = { termId, organizationId, memberId, meaning, relation };
    await keepMeanings(tx, { meanings: [own], isBlind: isCollecting });
    await tellChannel(tx, termId);
    return revealMeanings(tx, { termId });
  });
  return { entry: await getTermById(ctx, termId), isRevealed };
}
