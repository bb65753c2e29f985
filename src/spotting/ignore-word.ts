import { type Context, transaction } from '../context.ts';
import { normalize } from '../glossary/normalize.ts';
import { coordinatingMember } from '../members/coordinating-member.ts';
import { Refusal } from '../refusal.ts';
import { insertIgnored } from './store.ts';

/** Coordinators are never asked about this word again; what was counted of it is forgotten. */
export async function ignoreWord(ctx: Context, input: { readonly text: string }): Promise<void> {
  await coordinatingMember(ctx, 'A coordinator decides which words I ask about.');
  const text = input.text.slice(0, 80);
  const normalized = normalize(text);
  if (!normalized) throw new Refusal('invalid', 'Which word?');
  await transaction(ctx, (tx) =>
    insertIgnored(tx.db, ctx.partnership.id, { normalized, text }, ctx.clock.now()),
  );
}
