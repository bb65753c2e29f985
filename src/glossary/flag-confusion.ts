import { holdSubjects } from '../agreements/hold-subjects.ts';
import { actingMember, type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { insertConfusion, listConfusions } from './confusion-store.ts';
import type { Entry } from './entry.ts';
import { getTermById } from './look-up-term.ts';
import { confusionOf, needsReview } from './review.ts';

export type Flagged = { readonly entry: Entry; readonly isNew: boolean };

/** Says that the wording in force confused the acting member; counted once for each version. */
export async function flagConfusion(
  ctx: Context,
  input: { readonly termId: string; readonly version: number },
): Promise<Flagged> {
  const { id: memberId } = actingMember(ctx);
  const entry = await getTermById(ctx, input.termId);
  const { termId, version } = input;
  if (entry.agreed?.version !== version) {
    throw new Refusal(
      'too-late',
      `The wording of “${entry.text}” has changed since. Look at the new one: \`/glossary ${entry.text.replaceAll('`', '')}\``,
    );
  }
  const { id: partnershipId } = ctx.partnership;
  return transaction(ctx, async (tx) => {
    // Of two who are the third at once, each would count to two.
    await holdSubjects(tx, [termId]);
    const flag = { termId, version, memberId, at: ctx.clock.now() };
    const isNew = await insertConfusion(tx.db, partnershipId, flag);
    const flags = await listConfusions(tx.db, partnershipId, { termId, version });
    if (isNew && needsReview(confusionOf(flags))) {
      await tx.facts.tell(tx.db, 'term.confusing', { partnershipId, termId });
    }
    return { entry, isNew };
  });
}
