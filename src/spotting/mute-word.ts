import { actingMember, type Context, transaction } from '../context.ts';
import { getTermById } from '../glossary/look-up-term.ts';
import { putReminder } from './store.ts';

/** The acting member does not want to be reminded of a word again; its name, for the answer. */
export async function muteWord(ctx: Context, input: { readonly termId: string }): Promise<string> {
  const member = actingMember(ctx);
  const { id: termId, text } = await getTermById(ctx, input.termId);
  const now = ctx.clock.now();
  await transaction(ctx, (tx) =>
    putReminder(tx.db, ctx.partnership.id, { memberId: member.id, termId }, { mutedAt: now }, now),
  );
  return text;
}
