import type { Agreeable } from '../agreements/agreeable.ts';
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
  async hold(ctx, milestoneId) {
    await holdOpenMilestone(ctx, milestoneId);
  },
  async holdToTakeBack(ctx, milestoneId) {
    await holdOpenMilestone(ctx, milestoneId);
    return false;
  },
  async onAnswer(ctx, milestoneId) {
    const { id: partnershipId } = ctx.partnership;
    await ctx.jobs.add(ctx.db, 'milestones.changed', { partnershipId, milestoneId });
  },
  onAgreed: applyAgreement,
};
