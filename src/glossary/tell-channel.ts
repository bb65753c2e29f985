import type { TransactionContext } from '../context.ts';

/** Has the message that shows the term brought up to date, if there is one, once this commits. */
export function tellChannel(ctx: TransactionContext, termId: string): Promise<void> {
  return ctx.jobs.add(ctx.db, 'glossary.changed', { partnershipId: ctx.partnership.id, termId });
}
