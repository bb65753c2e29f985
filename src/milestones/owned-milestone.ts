import { actingMember, type Context, type TransactionContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { ownerOf } from './assess-milestone.ts';
import { getMilestoneRow } from './get-milestone.ts';
import { lineFor } from './line-for.ts';
import { isOpen, type Milestone, stateOf } from './milestone.ts';
import { lockMilestone } from './plan-store.ts';

/** A milestone that is still open, locked for a change that only its owner's people make. */
export async function ownedMilestone(
  ctx: TransactionContext,
  milestoneId: string,
): Promise<Milestone> {
  actingMember(ctx);
  await lockMilestone(ctx.db, ctx.partnership.id, milestoneId);
  const milestone = await getMilestoneRow(ctx, milestoneId);
  refuseUnlessOwned(ctx, milestone);
  return milestone;
}

/** Refuses whoever may not change it, and what is over. */
export function refuseUnlessOwned(ctx: Context, milestone: Milestone): void {
  const member = actingMember(ctx);
  if (!isOpen(milestone)) {
    throw new Refusal(
      'too-late',
      `“${milestone.title}” is ${stateOf(milestone)} already. Nothing has changed.`,
    );
  }
  if (milestone.ownerOrganizationId !== member.organizationId) {
    const owner = ownerOf(milestone, ctx.partnership)?.shortName ?? 'Another organization';
    throw new Refusal(
      'not-yours',
      `${owner} looks after “${milestone.title}”, so its people say when it comes. You can say how likely the date is, from 1 to 5: ${lineFor('confidence', milestone.title, '3')}.`,
    );
  }
}
