import { actingMember, type Context } from '../context.ts';
import { claimTold, releaseTold, wasTold } from './told-store.ts';

/** The acting member is not told about the week any more. */
export async function stopWeek(ctx: Context): Promise<void> {
  const key = stopped(actingMember(ctx).id);
  await claimTold(ctx.db, ctx.partnership.id, key, ctx.clock.now());
}

export async function resumeWeek(ctx: Context): Promise<void> {
  await releaseTold(ctx.db, ctx.partnership.id, stopped(actingMember(ctx).id));
}

export function isWeekStopped(ctx: Context, memberId: string): Promise<boolean> {
  return wasTold(ctx.db, ctx.partnership.id, stopped(memberId));
}

/** A mark that stays until it is taken away again. */
function stopped(memberId: string) {
  return { memberId, what: 'upkeep.week-stopped', occasion: '' };
}
