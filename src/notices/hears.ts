import type { Hears } from '../facts.ts';
import { appointAtLatest } from '../schedule/appointments.ts';

/** What waits for somebody is told by their new hours, or to nobody. */
export const noticesHear: Hears = {
  async 'member.moved'({ tx, now }, { partnershipId, memberId }) {
    await appointAtLatest(tx, { partnershipId, what: 'notices.tell', about: memberId }, now);
  },
  async 'member.left'({ tx, now }, { partnershipId, memberId, why }) {
    if (why !== 'deactivated') return;
    await appointAtLatest(tx, { partnershipId, what: 'notices.tell', about: memberId }, now);
  },
};
