import type { Context } from '../context.ts';
import { mayDescribe } from '../members/authority.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { type MemberWorkplace, workplaceOfMember } from '../members/workplace.ts';
import { type Organization, presentOrganizations } from '../partnerships/partnership.ts';
import { localDate } from '../time/calendar.ts';
import type { KnownHoliday } from './holiday.ts';
import { listHolidays } from './store.ts';

/** When everybody works, as the acting member may see it: of people, their own hours alone. */
export type HoursSeen = {
  readonly own: Organization | undefined;
  readonly others: readonly Organization[];
  /** What the own organization made of the holidays that it was offered. */
  readonly holidays: readonly KnownHoliday[];
  readonly member: Member | undefined;
  readonly workplace: MemberWorkplace | undefined;
  /** They may change when their organization works. */
  readonly mayChange: boolean;
  readonly today: string;
  readonly channelId: string;
};

export async function showHours(ctx: Context): Promise<HoursSeen> {
  const { partnership, member } = ctx;
  const present = presentOrganizations(partnership);
  const own = present.find(({ id }) => id === member?.organizationId);
  const workplace = member && workplaceOfMember(partnership, member);
  return {
    own,
    others: present.filter((one) => one !== own),
    holidays: own ? await listHolidays(ctx.db, partnership.id, own.id) : [],
    member,
    workplace,
    mayChange:
      member !== undefined && own !== undefined && mayDescribe(member, own, await listMembers(ctx)),
    today: localDate(ctx.clock.now(), workplace?.timeZone ?? own?.timeZone ?? 'UTC'),
    channelId: partnership.channelIds[0] ?? '',
  };
}
