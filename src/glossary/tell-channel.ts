import { actingMember, type TransactionContext } from '../context.ts';

/** Has the message that shows the term brought up to date, if there is one, once this commits. */
export function tellChannel(ctx: TransactionContext, termId: string): Promise<void> {
  return ctx.jobs.add(ctx.db, 'glossary.changed', { partnershipId: ctx.partnership.id, termId });
}

/** Continues the discussion in the thread under that message. */
export function continueThread(
  ctx: TransactionContext,
  termId: string,
  what: 'objected' | 'changed',
): Promise<void> {
  const { slackUserId } = actingMember(ctx);
  const partnershipId = ctx.partnership.id;
  return ctx.jobs.add(ctx.db, 'glossary.discuss', { partnershipId, termId, slackUserId, what });
}
