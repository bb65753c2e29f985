import { actingMember, type TransactionContext } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import type { Agreeable } from './agreeable.ts';
import { type Settled, settleProposal } from './settle-proposal.ts';
import { putStance } from './stance-store.ts';
import {
  findOpenProposal,
  insertProposal,
  latestVersion,
  lockSubject,
  markClosed,
} from './store.ts';

export type ProposalInput = {
  readonly subjectId: string;
  readonly content: unknown;
  readonly floorWorkingDays: number;
  /** Only the wording changes; keeps the stances of the open version before. */
  readonly editorial?: boolean;
  /** The newest version the author has seen; refused when there is a newer one. */
  readonly seenVersion?: number | undefined;
};

/** Puts forward the next version. The proposer's own organization counts as endorsed (design 1). */
export async function openProposal(
  ctx: TransactionContext,
  agreeable: Agreeable,
  input: ProposalInput,
): Promise<Settled> {
  const member = actingMember(ctx);
  const now = ctx.clock.now();
  await lockSubject(ctx.db, ctx.partnership.id, input.subjectId);
  const latest = await latestVersion(ctx.db, ctx.partnership.id, input.subjectId);
  const previous = await findOpenProposal(ctx.db, ctx.partnership.id, input.subjectId);
  if (input.seenVersion !== undefined && input.seenVersion < latest) {
    const theirs = organizationById(ctx.partnership, previous?.organizationId ?? '');
    throw new Refusal(
      'too-late',
      `${theirs?.shortName ?? 'Somebody'} put forward a newer version while you were writing. What you wrote is still here; look it up to see theirs.`,
    );
  }
  if (previous) await markClosed(ctx.db, ctx.partnership.id, previous.id, 'superseded', now);
  const editorial = input.editorial === true && previous !== undefined;
  const opened = await insertProposal(ctx.db, ctx.partnership.id, {
    subjectId: input.subjectId,
    version: latest + 1,
    organizationId: member.organizationId,
    memberId: member.id,
    content: input.content,
    editorial,
    floorWorkingDays: input.floorWorkingDays,
    openedAt: now,
  });
  for (const stance of editorial ? previous.stances : []) {
    await putStance(ctx.db, ctx.partnership.id, {
      proposalId: opened.id,
      memberId: stance.memberId,
      kind: stance.kind,
      reason: stance.reason,
      carried: true,
      takenAt: now,
    });
  }
  await addNote(ctx, input.subjectId, 'agreements.proposed', {
    version: opened.version,
    editorial,
  });
  const proposal = await findOpenProposal(ctx.db, ctx.partnership.id, input.subjectId);
  return settleProposal(ctx, agreeable, proposal ?? opened);
}
