import { openProposal } from '../agreements/open-proposal.ts';
import { type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { milestoneAgreeable } from './agreeable.ts';
import type { Answered } from './endorse-milestone.ts';
import { getMilestone } from './get-milestone.ts';
import { holdOpenMilestone } from './hold-milestone.ts';
import type { Milestone, MilestoneContent } from './milestone.ts';
import { refuseFarDate } from './refuse-far-date.ts';
import { revealDates } from './reveal-dates.ts';

/** Puts a date forward for everybody's yes. What was agreed stays the measure: it is not moved. */
export async function proposeDate(
  ctx: Context,
  input: {
    readonly milestoneId: string;
    readonly on: string;
    /** The newest version the person has seen. */
    readonly seenVersion?: number | undefined;
  },
): Promise<Answered> {
  refuseFarDate(ctx, input.on);
  const { milestoneId, on, seenVersion } = input;
  const { standing } = await transaction(ctx, async (tx) => {
    await revealDates(tx, { milestoneId });
    const milestone = await holdOpenMilestone(tx, milestoneId);
    refuseFaults(milestone, on, tx.member?.organizationId);
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
  return {
    seen: await getMilestone(ctx, input),
    isAgreed: standing.state === 'agreed',
    counts: true,
  };
}

function refuseFaults(milestone: Milestone, on: string, organizationId: string | undefined): void {
  if (milestone.baselineOn) {
    throw new Refusal(
      'already-done',
      `You all agreed to a date for “${milestone.title}”, and that stays what it is measured by. Say the new date you expect: \`/partnership milestones move TITLE = DATE\`.`,
    );
  }
  if (milestone.isCollecting) {
    throw new Refusal(
      'too-late',
      `The dates for “${milestone.title}” are being collected blind, so that no first date sways the others. Give yours with \`/partnership milestones dates TITLE = DATE\`; a date can be put forward when everybody has answered.`,
    );
  }
  if (milestone.open?.content.on === on && milestone.open.organizationId === organizationId) {
    throw new Refusal(
      'already-done',
      'Your organization has put that date forward already. The others still have to speak.',
    );
  }
}
