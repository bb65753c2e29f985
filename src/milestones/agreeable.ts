import type { Agreeable } from '../agreements/agreeable.ts';
import type { TransactionContext } from '../context.ts';
import { applyAgreement } from './apply-agreement.ts';
import { holdOpenMilestone } from './hold-milestone.ts';
import { DONE_LIMIT } from './milestone.ts';
import { findMilestone } from './store.ts';

/** What the agreements ask about milestones. */
export const milestoneAgreeable: Agreeable = {
  kind: 'milestone',
  talk: '/partnership milestones',
  reasonLimit: DONE_LIMIT,
  async nameOf(ctx, milestoneId) {
    const found = await findMilestone(ctx.db, ctx.partnership.id, milestoneId);
    return found?.title ?? 'that milestone';
  },
  isHomonym: async () => false,
  hold,
  async holdToTakeBack(ctx, milestoneId) {
    await hold(ctx, milestoneId);
    return false;
  },
  onAgreed: applyAgreement,
};

async function hold(ctx: TransactionContext, milestoneId: string): Promise<void> {
  await holdOpenMilestone(ctx, milestoneId);
  const { id: partnershipId } = ctx.partnership;
  await ctx.jobs.add(ctx.db, 'milestones.changed', { partnershipId, milestoneId });
}
