import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { workplaceOfMember } from '../members/workplace.ts';
import { organizationById } from '../partnerships/partnership.ts';
import type { DigestPlace } from './digest-turn.ts';

export type Recipient = { readonly member: Member; readonly place: DigestPlace };

/** The coordinators of the organizations that are present, with when and where they work. */
export async function listRecipients(ctx: Context): Promise<readonly Recipient[]> {
  const members = await listMembers(ctx);
  return members.flatMap((member) => {
    const organization = organizationById(ctx.partnership, member.organizationId);
    if (!member.coordinator || member.observer || organization?.hasLeft !== false) return [];
    return [{ member, place: placeOf(ctx, member) }];
  });
}

function placeOf(ctx: Context, member: Member): DigestPlace {
  return { ...workplaceOfMember(ctx.partnership, member), digest: member.digest };
}
