import type { TransactionContext } from '../context.ts';
import { insertSubjects } from './bulk-store.ts';
import type { SubjectKind } from './proposal.ts';

/** As `foundSubject`, for many new rows at once. */
export function foundSubjects(
  ctx: TransactionContext,
  kind: SubjectKind,
  count: number,
): Promise<readonly string[]> {
  return insertSubjects(ctx.db, ctx.partnership.id, kind, count);
}
