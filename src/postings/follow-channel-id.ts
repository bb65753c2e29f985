import type { Transaction } from '../database/client.ts';
import { movePostings } from './store.ts';

/** What was said in a channel goes with it when Slack gives it another id. */
export function followChannelId(
  tx: Transaction,
  change: { readonly from: string; readonly to: string },
): Promise<void> {
  return movePostings(tx, change.from, change.to);
}
