import type { TransactionContext } from '../context.ts';
import { lockOrganization } from './store.ts';

/** Until the transaction ends, nobody else changes when this organization works or who has which role in it. */
export function holdOrganization(
  ctx: TransactionContext,
  input: { readonly organizationId: string },
): Promise<void> {
  return lockOrganization(ctx.db, ctx.partnership.id, input.organizationId);
}
