import { actingMember, type Context } from '../context.ts';
import { isMarkedTold, markTold, unmarkTold } from '../postings/mark-told.ts';

/** The acting member is not told about the week any more. */
export async function stopWeek(ctx: Context): Promise<void> {
  await markTold(ctx, stopped(actingMember(ctx).id));
}

export async function resumeWeek(ctx: Context): Promise<void> {
  await unmarkTold(ctx, stopped(actingMember(ctx).id));
}

export function isWeekStopped(ctx: Context, memberId: string): Promise<boolean> {
  return isMarkedTold(ctx, stopped(memberId));
}

/** A mark that stays until it is taken away again. */
function stopped(memberId: string) {
  return { memberId, what: 'upkeep.week-stopped', occasion: '' };
}
