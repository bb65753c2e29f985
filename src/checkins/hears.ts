import type { Hears } from '../facts.ts';

/** Who is gone meets nobody, and whoever they were to meet is told. */
export const checkinsHear: Hears = {
  async 'member.left'({ tx, jobs }, { partnershipId, memberId, why }) {
    // They are there, and only Slack's messages do not reach them.
    if (why === 'refused') return;
    await jobs.add(tx, 'checkins.gone', { partnershipId, memberId });
  },
  async 'organization.left'({ tx, jobs }, { partnershipId, organizationId }) {
    await jobs.add(tx, 'checkins.gone', { partnershipId, organizationId });
  },
};
