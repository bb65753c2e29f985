import type { TransactionContext } from '../context.ts';
import type { SubjectKind } from './proposal.ts';
import { insertSubject } from './store.ts';

/** Gives a capability the id under which its new row can be agreed about. */
export function foundSubject(ctx: TransactionContext, kind: SubjectKind): Promise<string> {
  return insertSubject(ctx.db, ctx.partnership.id, kind);
}
