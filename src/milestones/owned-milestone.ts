import { actingMember, type Context, type TransactionContext } from '../context.ts';
import { holdOpenMilestone, refuseUnlessOpen } from './hold-milestone.ts';
import type { Milestone } from './milestone.ts';
import { refuseOthers } from './refuse-others.ts';

/** A milestone that is under way, held for a change that only its owner's people make. */
export async function ownedMilestone(
  ctx: TransactionContext,
  milestoneId: string,
): Promise<Milestone> {
  actingMember(ctx);
  const milestone = await holdOpenMilestone(ctx, milestoneId);
  await refuseOthers(ctx, milestone);
  return milestone;
}

/** Refuses whoever may not change it, and what is over. */
export async function refuseUnlessOwned(ctx: Context, milestone: Milestone): Promise<void> {
  refuseUnlessOpen(milestone);
  await refuseOthers(ctx, milestone);
}
