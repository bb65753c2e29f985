import { openProposal } from '../agreements/open-proposal.ts';
import { type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { listDates } from '../timelines/list-dates.ts';
import { milestoneAgreeable } from './agreeable.ts';
import { getMilestone } from './get-milestone.ts';
import { holdOpenMilestone } from './hold-milestone.ts';
import { lineFor } from './line-for.ts';
import type { Seen } from './list-milestones.ts';
import { isAnswered, isOpen, type Milestone, type MilestoneContent, stateOf } from './milestone.ts';
import { refuseFarDate } from './refuse-far-date.ts';
import { revealDates } from './reveal-dates.ts';

/** Refuses where no date can be put forward, whichever it is. A collection that nobody is left to wait for ends with it. */
export async function refuseUnlessOpenToDates(ctx: Context, milestone: Milestone): Promise<void> {
  const { id: milestoneId, isCollecting } = milestone;
  const isOver = isCollecting && isAnswered(milestone, await listDates(ctx, { milestoneId }));
  refuseUnlessProposable(isOver ? { ...milestone, isCollecting: false } : milestone);
}

function refuseUnlessProposable(milestone: Milestone): void {
  if (!isOpen(milestone)) {
    throw new Refusal('too-late', `“${milestone.title}” is ${stateOf(milestone)} already.`);
  }
  if (milestone.baselineOn) {
    throw new Refusal(
      'already-done',
      `You all agreed to a date for “${milestone.title}”, and that stays what it is measured by. Say the new date you expect: ${lineFor('move', milestone.title, 'DATE')}.`,
    );
  }
  if (milestone.isCollecting) {
    throw new Refusal(
      'too-late',
      `The dates for “${milestone.title}” are being collected, and nobody sees another’s yet, so that no first date sways the others. Give yours with ${lineFor('dates', milestone.title, 'DATE')}; a date can be put forward when everybody has answered.`,
    );
  }
}

/** Puts a date forward for everybody's yes. What was agreed stays the measure: it is not moved. */
export async function proposeDate(
  ctx: Context,
  input: {
    readonly milestoneId: string;
    readonly on: string;
    /** The newest version the person has seen. */
    readonly seenVersion?: number | undefined;
  },
): Promise<{ readonly seen: Seen; readonly isAgreed: boolean }> {
  refuseFarDate(ctx, input.on);
  const { milestoneId, on, seenVersion } = input;
  const { standing } = await transaction(ctx, async (tx) => {
    await revealDates(tx, { milestoneId });
    const milestone = await holdOpenMilestone(tx, milestoneId);
    refuseUnlessProposable(milestone);
    refuseSame(milestone, on, tx.member?.organizationId);
    const partnershipId = tx.partnership.id;
    await tx.jobs.add(tx.db, 'milestones.changed', { partnershipId, milestoneId });
    const { title, doneMeans } = milestone;
    const content: MilestoneContent = { title, on, ...(doneMeans && { doneMeans }) };
    return openProposal(tx, milestoneAgreeable, {
      subjectId: milestoneId,
      content,
      floorWorkingDays: ctx.partnership.milestoneFloorWorkingDays,
      seenVersion,
    });
  });
  return { seen: await getMilestone(ctx, input), isAgreed: standing.state === 'agreed' };
}

/** Refuses to put the same date forward twice. */
function refuseSame(milestone: Milestone, on: string, organizationId: string | undefined): void {
  if (milestone.open?.content.on !== on || milestone.open.organizationId !== organizationId) return;
  throw new Refusal(
    'already-done',
    'Your organization has put that date forward already. The others still have to speak.',
  );
}
