import { actingMember, type Context } from '../context.ts';
import { speaksFor } from '../members/authority.ts';
import { listMembers } from '../members/list-members.ts';
import { othersSpeak } from '../members/speaking-member.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { ownerOf } from './assess-milestone.ts';
import { lineFor } from './line-for.ts';
import { type Milestone, ownersOf } from './milestone.ts';

/** Refuses whoever is not of the owner's people: who looks after it, their coordinators, and whoever speaks for them. */
export async function refuseOthers(ctx: Context, milestone: Milestone): Promise<void> {
  const member = actingMember(ctx);
  const present = presentOrganizations(ctx.partnership).map(({ id }) => id);
  if (!ownersOf(milestone, present).includes(member.organizationId)) {
    const owner = ownerOf(milestone, ctx.partnership)?.shortName ?? 'Another organization';
    throw new Refusal(
      'not-yours',
      `${owner} looks after “${milestone.title}”, so its people say when it comes. You can say how likely the date is, from 1 to 5: ${lineFor('confidence', milestone.title, '3')}.`,
    );
  }
  const members = await listMembers(ctx);
  const mayReport =
    member.coordinator || milestone.owner?.memberId === member.id || speaksFor(member, members);
  if (!mayReport) throw new Refusal('not-yours', othersSpeak(ctx, member, members));
}
