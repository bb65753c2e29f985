import type { Hears } from '../facts.ts';

/** A link ends with its owner's part in the partnership. */
export const calendarsHear: Hears = {
  async 'member.left'({ tx, jobs }, { partnershipId, memberId, why }) {
    if (why !== 'refused') await jobs.add(tx, 'calendars.end-link', { partnershipId, memberId });
  },
  async 'organization.left'({ tx, jobs }, left) {
    await jobs.add(tx, 'calendars.end-links', left);
  },
};
