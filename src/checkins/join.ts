import { actingMember, type Context, transaction } from '../context.ts';
import { addLate } from './add-late.ts';
import { type Standing, standingOf } from './checkin.ts';
import { findCheckin, putCheckin } from './store.ts';
import { todayOf } from './today-of.ts';

/**
 * The acting member takes part, from now on or again. Where somebody else waits in the round that is under
 * way, they are introduced at once. Answers how it stood before.
 */
export function join(ctx: Context): Promise<Standing> {
  const member = actingMember(ctx);
  const { partnership } = ctx;
  const memberId = member.id;
  return transaction(ctx, async (tx) => {
    const before = await findCheckin(tx.db, partnership.id, memberId);
    const standing = standingOf(before, todayOf(tx, member));
    // A pause that is over leaves its last day behind.
    const joined = { memberId, state: 'joined', pausedUntil: undefined } as const;
    await putCheckin(tx.db, partnership.id, joined, tx.clock.now());
    if (standing.state !== 'joined') await addLate(tx);
    return standing;
  });
}
