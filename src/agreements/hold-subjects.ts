import type { TransactionContext } from '../context.ts';
import { lockSubjects } from './bulk-store.ts';

/** Nobody changes what is put forward about these until the transaction ends. */
export function holdSubjects(
  ctx: TransactionContext,
  subjectIds: readonly string[],
): Promise<void> {
  return lockSubjects(ctx.db, ctx.partnership.id, subjectIds);
}
