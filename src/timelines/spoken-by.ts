import type { Db } from '../database/client.ts';
import { hasRowsOf } from './store.ts';

/** Whether a member said anything here for their organization: nobody who has is moved to another. */
export function spokenBy(db: Db, partnershipId: string, memberId: string): Promise<boolean> {
  return hasRowsOf(db, partnershipId, memberId);
}
