import type { Context } from '../context.ts';
import type { Member } from '../members/member.ts';
import { workplaceOfMember } from '../members/workplace.ts';
import { localDate } from '../time/calendar.ts';

/** The day on which a member is. */
export function todayOf(ctx: Pick<Context, 'clock' | 'partnership'>, member: Member): string {
  const { timeZone } = workplaceOfMember(ctx.partnership, member);
  return localDate(ctx.clock.now(), timeZone);
}
