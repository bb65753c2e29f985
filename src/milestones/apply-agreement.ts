import type { Proposal } from '../agreements/proposal.ts';
import type { TransactionContext } from '../context.ts';
import { todayOf } from './assess-milestone.ts';
import { holdMilestone } from './hold-milestone.ts';
import { lookAgain } from './look-again.ts';
import { isOpen, type MilestoneContent, normalizeTitle } from './milestone.ts';
import { insertForecast } from './plan-store.ts';
import { changeMilestone } from './store.ts';

/** Freezes the date that all said yes to, and has it said in the channel. */
export async function applyAgreement(ctx: TransactionContext, agreed: Proposal): Promise<void> {
  const partnershipId = ctx.partnership.id;
  const milestoneId = agreed.subjectId;
  const now = ctx.clock.now();
  const milestone = await holdMilestone(ctx, milestoneId);
  if (!isOpen(milestone)) return;
  const content = agreed.content as MilestoneContent;
  const today = todayOf(milestone, ctx.partnership, now);
  if (content.dropped) {
    await changeMilestone(ctx.db, partnershipId, milestoneId, { droppedAt: now }, now);
  } else {
    await changeMilestone(
      ctx.db,
      partnershipId,
      milestoneId,
      {
        title: content.title,
        normalized: normalizeTitle(content.title),
        doneMeans: content.doneMeans,
        collectingSince: null,
        ...(milestone.baselineOn === undefined && {
          baselineOn: content.on,
          agreedOn: today,
          saidHealth: 'green',
        }),
      },
      now,
    );
    if (milestone.baselineOn === undefined) {
      await insertForecast(ctx.db, partnershipId, {
        milestoneId,
        reportedOn: today,
        forecastOn: content.on,
        reason: undefined,
        memberId: agreed.memberId,
        at: now,
      });
    }
  }
  const version = String(agreed.version);
  await ctx.jobs.add(ctx.db, 'milestones.agreed', { partnershipId, milestoneId, version });
  await lookAgain(ctx);
}
