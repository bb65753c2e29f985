import { holdSubjects } from '../agreements/hold-subjects.ts';
import type { TransactionContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { getMilestoneRow } from './get-milestone.ts';
import { isOpen, type Milestone, stateOf } from './milestone.ts';
import { lockMilestone } from './plan-store.ts';

/**
 * A milestone that nobody else changes until the transaction ends. What is put forward about it is held
 * first, as it is by those who answer it: two who held them in turn would wait for each other.
 */
export async function holdMilestone(
  ctx: TransactionContext,
  milestoneId: string,
): Promise<Milestone> {
  await holdSubjects(ctx, [milestoneId]);
  await lockMilestone(ctx.db, ctx.partnership.id, milestoneId);
  return getMilestoneRow(ctx, milestoneId);
}

/** The same, of one that is under way. */
export async function holdOpenMilestone(
  ctx: TransactionContext,
  milestoneId: string,
): Promise<Milestone> {
  const milestone = await holdMilestone(ctx, milestoneId);
  refuseUnlessOpen(milestone);
  return milestone;
}

/** Refuses to change what is over. */
export function refuseUnlessOpen(milestone: Milestone): void {
  if (isOpen(milestone)) return;
  throw new Refusal(
    'too-late',
    `“${milestone.title}” is ${stateOf(milestone)} already. Nothing has changed.`,
  );
}
