import type { Hears } from '../facts.ts';
import { MONTHS_UNTIL_REVIEW } from '../glossary/review.ts';
import { appointAtLatest, setAppointment } from '../schedule/appointments.ts';
import { monthsAfter } from '../time/calendar.ts';

/** Terms are looked at again after a year, or when enough people say that they confuse. */
export const upkeepHears: Hears = {
  async 'calendar.changed'({ tx, now }, { partnershipId }) {
    // The turn sets its own next one first, and does nothing before it has come.
    await appointAtLatest(tx, { partnershipId, what: 'upkeep.word' }, now);
  },
  async 'term.agreed'({ tx, now }, { partnershipId, termId: about }) {
    const review = { partnershipId, what: 'upkeep.review', about } as const;
    await setAppointment(tx, review, monthsAfter(now, MONTHS_UNTIL_REVIEW));
  },
  async 'term.confusing'({ tx, jobs }, { partnershipId, termId: about }) {
    await jobs.add(tx, 'upkeep.review', { partnershipId, about });
  },
};
