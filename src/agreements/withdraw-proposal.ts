import { actingMember, organizationOf, type TransactionContext } from '../context.ts';
import { speakingMember } from '../members/speaking-member.ts';
import { addNote } from '../partnerships/add-note.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import type { Proposal } from './proposal.ts';
import { markClosed } from './store.ts';

/**
 * Who speaks for the organization that put a version forward takes it back; what was agreed before stands.
 * The caller holds the subject.
 */
export async function withdrawProposal(ctx: TransactionContext, open: Proposal): Promise<void> {
  const member = actingMember(ctx);
  if (open.organizationId !== member.organizationId) {
    const theirs = organizationById(ctx.partnership, open.organizationId)?.shortName;
    throw new Refusal(
      'not-yours',
      `${theirs} put this version forward, so only ${theirs} can withdraw it. As ${organizationOf(ctx, member).shortName} you can object, or propose another version.`,
    );
  }
  await speakingMember(ctx);
  await markClosed(ctx.db, ctx.partnership.id, open.id, 'withdrawn', ctx.clock.now());
  await addNote(ctx, open.subjectId, 'agreements.withdrawn', { version: open.version });
}
