import type { TransactionContext } from '../context.ts';

/** Looks at once whether somebody who waits in the round under way can be introduced now. */
export async function addLate(tx: TransactionContext): Promise<void> {
  await tx.jobs.add(tx.db, 'checkins.late', { partnershipId: tx.partnership.id });
}
