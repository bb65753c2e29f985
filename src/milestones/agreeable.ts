import type { Agreeable } from '../agreements/agreeable.ts';
import { applyAgreement } from './apply-agreement.ts';
import { findMilestone } from './store.ts';

/** What the agreements ask about milestones. */
export const milestoneAgreeable: Agreeable = {
  kind: 'milestone',
  objecting: (title) => `/partnership milestones object ${title} = REASON`,
  async nameOf(ctx, milestoneId) {
    const found = await findMilestone(ctx.db, ctx.partnership.id, milestoneId);
    return found?.title ?? 'that milestone';
  },
  isHomonym: async () => false,
  onAgreed: applyAgreement,
};
