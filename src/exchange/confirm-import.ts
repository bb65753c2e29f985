import { type Context, type TransactionContext, transaction } from '../context.ts';
import { coordinatingMember } from '../members/coordinating-member.ts';
import { Refusal } from '../refusal.ts';
import { settleImport } from './settle-import.ts';
import { insertConsent, lockImport } from './store.ts';
import type { TermImport } from './term-import.ts';

export type Confirmed = {
  /** Everybody has confirmed: it is being brought in. */
  readonly isUnderWay: boolean;
};

/** A coordinator's yes, for their organization, to everything the preview shows. */
export function confirmImport(
  ctx: Context,
  input: { readonly importId: string },
): Promise<Confirmed> {
  return transaction(ctx, async (tx) => {
    const { given, organizationId, memberId } = await getAsked(tx, input.importId);
    const consent = { organizationId, memberId };
    const { id: partnershipId } = ctx.partnership;
    const isNew = await insertConsent(tx.db, partnershipId, given.id, consent, ctx.clock.now());
    if (!isNew) throw new Refusal('already-done', 'Your organization has confirmed it already.');
    await ctx.jobs.add(tx.db, 'exchange.show', { partnershipId, importId: given.id });
    return { isUnderWay: await settleImport(tx, given.id) };
  });
}

/** The import about which coordinators are asked, for one who is. */
async function getAsked(
  ctx: TransactionContext,
  importId: string,
): Promise<{
  readonly given: TermImport;
  readonly organizationId: string;
  readonly memberId: string;
}> {
  const given = await lockImport(ctx.db, ctx.partnership.id, importId);
  if (given?.state !== 'asking') {
    throw new Refusal('too-late', 'Nobody is being asked about this import any more.');
  }
  const member = await coordinatingMember(ctx, 'A coordinator of your organization can say that.');
  return { given, organizationId: member.organizationId, memberId: member.id };
}
