import type { Db } from '../database/client.ts';
import { earliestDue } from './store.ts';

/** When time alone may next turn a proposal into an agreement. */
export function nextDueProposal(db: Db): Promise<Date | undefined> {
  return earliestDue(db);
}
