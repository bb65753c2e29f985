import { actingMember, type Context, transaction } from '../context.ts';
import { normalize } from '../glossary/normalize.ts';
import { Refusal } from '../refusal.ts';
import { insertIgnored } from './store.ts';

/** Coordinators are never asked about this word again; what was counted of it is forgotten. */
export async function ignoreWord(ctx: Context, input: { readonly text: string }): Promise<void> {
  const member = actingMember(ctx);
  if (!member.coordinator) {
    throw new Refusal('not-yours', 'A coordinator decides which words I ask about.');
  }
  const text = input.text.slice(0, 80);
  const normalized = normalize(text);
  if (!normalized) throw new Refusal('invalid', 'Which word?');
  await transaction(ctx, (tx) =>
    insertIgnored(tx.db, ctx.partnership.id, { normalized, text }, ctx.clock.now()),
  );
}
