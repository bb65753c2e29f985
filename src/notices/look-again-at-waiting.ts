import type { TransactionContext } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import { lookAgain } from './look-again.ts';
import { listWaiting } from './store.ts';

/** Looks again at what waits for the people of an organization, or for one of them: their hours are others now. */
export async function lookAgainAtWaiting(
  ctx: TransactionContext,
  input: { readonly organizationId: string; readonly memberId?: string },
): Promise<void> {
  const { organizationId, memberId } = input;
  const waiting = await listWaiting(ctx.db, ctx.partnership.id);
  const concerned = (await listMembers(ctx)).filter(
    (one) =>
      waiting.includes(one.id) &&
      one.organizationId === organizationId &&
      (memberId === undefined || one.id === memberId),
  );
  const after = ctx.clock.now();
  for (const { id } of concerned) await lookAgain(ctx, { memberId: id, after });
}
