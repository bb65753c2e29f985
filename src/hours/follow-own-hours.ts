import type { TransactionContext } from '../context.ts';
import type { Member } from '../members/member.ts';
import { lookAgainAtWaiting } from '../notices/look-again-at-waiting.ts';

/** What waits for one person, and their digest, by their new hours. */
export async function followOwnHours(
  ctx: TransactionContext,
  { member }: { readonly member: Member },
): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  const { organizationId, id: memberId } = member;
  await ctx.facts.tell(ctx.db, 'readers.changed', { partnershipId });
  await lookAgainAtWaiting(ctx, { organizationId, memberId });
}
