import type { Hears } from '../facts.ts';

/** What is agreed is on the board. */
export const noticeboardHears: Hears = {
  async 'term.agreed'({ tx, jobs }, { partnershipId }) {
    await jobs.add(tx, 'noticeboard.refresh', { partnershipId });
  },
  async 'terms.agreed'({ tx, jobs }, { partnershipId }) {
    await jobs.add(tx, 'noticeboard.refresh', { partnershipId });
  },
};
