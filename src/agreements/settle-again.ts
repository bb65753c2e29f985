import type { TransactionContext } from '../context.ts';
import { markAllDue } from './store.ts';

/** Has every version that waits for its moment looked at once more, because the days are counted anew. */
export function settleAgain(ctx: TransactionContext): Promise<void> {
  return markAllDue(ctx.db, ctx.partnership.id, ctx.clock.now());
}
