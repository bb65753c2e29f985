import { actingMember, type TransactionContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { ownerOf } from './assess-milestone.ts';
import { holdOpenMilestone } from './hold-milestone.ts';
import type { Milestone } from './milestone.ts';

/** A milestone that is still open, locked for a change that only its owner's people make. */
export async function ownedMilestone(
  ctx: TransactionContext,
  milestoneId: string,
): Promise<Milestone> {
  const member = actingMember(ctx);
  const milestone = await holdOpenMilestone(ctx, milestoneId);
  if (milestone.ownerOrganizationId !== member.organizationId) {
    const owner = ownerOf(milestone, ctx.partnership)?.shortName ?? 'Another organization';
    throw new Refusal(
      'not-yours',
      `${owner} looks after “${milestone.title}”, so its people say when it comes. You can say how likely the date is: \`/partnership milestones confidence TITLE = 1 to 5\`.`,
    );
  }
  return milestone;
}
