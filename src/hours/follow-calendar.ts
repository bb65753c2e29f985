import { settleAgain } from '../agreements/settle-again.ts';
import type { TransactionContext } from '../context.ts';
import { lookAgain } from '../milestones/look-again.ts';
import { lookAgainAtWaiting } from '../notices/look-again-at-waiting.ts';

/**
 * What was appointed by the old calendar is appointed anew where the new one opens earlier. Where it opens
 * later, whoever acts sees so when the moment comes, and waits.
 */
export async function followCalendar(
  ctx: TransactionContext,
  input: { readonly organizationId: string },
): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  await ctx.facts.tell(ctx.db, 'calendar.changed', { partnershipId, ...input });
  await lookAgain(ctx);
  await settleAgain(ctx);
  await lookAgainAtWaiting(ctx, input);
}
