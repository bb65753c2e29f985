import { actingMember, type Context, transaction } from '../context.ts';
import { standingOf } from './checkin.ts';
import { leaveGroup } from './leave-group.ts';
import { findCheckin, putCheckin } from './store.ts';
import { todayOf } from './today-of.ts';

/** The acting member takes no further part. False where they took none. */
export function leave(ctx: Context): Promise<boolean> {
  const member = actingMember(ctx);
  const { id } = ctx.partnership;
  return transaction(ctx, async (tx) => {
    const before = standingOf(await findCheckin(tx.db, id, member.id), todayOf(tx, member));
    if (before.state === 'out') return false;
    const left = { memberId: member.id, state: 'left', pausedUntil: undefined } as const;
    await putCheckin(tx.db, id, left, tx.clock.now());
    await leaveGroup(tx, { memberId: member.id });
    return true;
  });
}
