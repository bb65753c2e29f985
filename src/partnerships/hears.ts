import type { Hears } from '../facts.ts';

/** What somebody has on their Home goes with their part in it. */
export const partnershipsHear: Hears = {
  async 'member.left'({ tx, jobs }, { partnershipId, memberId, why }) {
    if (why === 'left') await jobs.add(tx, 'partnerships.home', { partnershipId, memberId });
  },
  async 'organization.left'({ tx, jobs }, left) {
    await jobs.add(tx, 'partnerships.organization-left', left);
  },
};
