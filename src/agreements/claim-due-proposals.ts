import type { Transaction } from '../database/client.ts';
import type { Jobs } from '../schedule/queue.ts';
import { claimDueProposals as claim } from './store.ts';

const AT_ONCE = 500;

/** Turns what is due into jobs, in the transaction that takes it. Answers whether more may be due. */
export async function claimDueProposals(
  tx: Transaction,
  jobs: Jobs,
  now: Date,
): Promise<{ readonly more: boolean }> {
  const due = await claim(tx, now, AT_ONCE);
  for (const { partnershipId, proposalId, subjectKind } of due) {
    await jobs.add(tx, 'agreements.settle', { partnershipId, proposalId, subjectKind });
  }
  return { more: due.length === AT_ONCE };
}
