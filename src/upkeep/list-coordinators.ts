import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import type { Workplace } from '../partnerships/calendar.ts';
import { timeZoneIn } from '../partnerships/description.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { workplaceOf } from '../partnerships/workplaces.ts';

export type Coordinator = {
  readonly member: Member;
  /** Their own zone, and the days on which their organization works. */
  readonly place: Workplace;
};

export async function listCoordinators(ctx: Context): Promise<readonly Coordinator[]> {
  const members = await listMembers(ctx);
  return members.flatMap((member) => {
    const organization = organizationById(ctx.partnership, member.organizationId);
    if (!member.coordinator || member.observer || !organization || organization.hasLeft) return [];
    const place = workplaceOf(organization);
    const timeZone = timeZoneIn(member.timeZone ?? '') ?? place.timeZone;
    return { member, place: { ...place, timeZone } };
  });
}
