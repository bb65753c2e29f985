import type { Transaction } from '../database/client.ts';
import type { Hears } from '../facts.ts';
import { appointAtLatest } from '../schedule/appointments.ts';

/** The turn that is appointed may be later than the new one, or overdue for somebody else. */
export const digestHears: Hears = {
  'readers.changed': ({ tx, now }, { partnershipId }) => turnAnew(tx, partnershipId, now),
  'calendar.changed': ({ tx, now }, { partnershipId }) => turnAnew(tx, partnershipId, now),
  async 'member.moved'({ tx, now }, { partnershipId, memberId }) {
    await turnAnew(tx, partnershipId, now);
    // Today's hour may have gone by between the two zones.
    await appointAtLatest(tx, { partnershipId, what: 'digest.turn', about: memberId }, now);
  },
};

function turnAnew(tx: Transaction, partnershipId: string, now: Date): Promise<void> {
  return appointAtLatest(tx, { partnershipId, what: 'digest.turn' }, now);
}
