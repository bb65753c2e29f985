import type { Context } from '../context.ts';
import { listMeetings } from '../meetings/list-meetings.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { type DateAnswer, missingAnswers, seenAnswers } from '../timelines/date-proposal.ts';
import { listDates } from '../timelines/list-dates.ts';
import { assessMilestone } from './assess-milestone.ts';
import type { Assessment } from './health.ts';
import { amongPresent, isOpen, type Milestone } from './milestone.ts';
import { listMilestones as list } from './store.ts';
import { usualLength } from './usual-length.ts';

/** A milestone with all that is known of it at this moment, as the acting member may see it. */
export type Seen = {
  readonly milestone: Milestone;
  readonly assessment: Assessment | undefined;
  /** What the organizations can do; while it is blind, one's own answer only. */
  readonly answers: readonly DateAnswer[];
  /** The contributors that have not answered. */
  readonly missing: readonly string[];
  /** Those that have to be reached before it. */
  readonly waitsFor: readonly Milestone[];
  /** Those that wait for it. */
  readonly neededBy: readonly Milestone[];
  /** How many times as long as planned the partnership's milestones took; undefined before five are done. */
  readonly usualLength: number | undefined;
};

/** All milestones, the nearest first, those that are over at the end. A constant number of queries. */
export async function listMilestones(ctx: Context): Promise<readonly Seen[]> {
  const { partnership } = ctx;
  const now = ctx.clock.now();
  const present = presentOrganizations(partnership).map(({ id }) => id);
  const [rows, meetings, answers] = await Promise.all([
    list(ctx.db, partnership.id),
    listMeetings(ctx, {}),
    listDates(ctx),
  ]);
  const milestones = rows.map((row) => amongPresent(row, present));
  const usual = usualLength(milestones);
  const around = { partnership, milestones, meetings, now };
  return milestones.map((milestone) => {
    const own = answers.filter(
      ({ milestoneId, organizationId }) =>
        milestoneId === milestone.id && milestone.contributors.includes(organizationId),
    );
    const missing = missingAnswers(own, milestone.contributors);
    return {
      milestone,
      assessment: assessMilestone(milestone, around),
      answers: seenAnswers(own, {
        isBlind: milestone.isCollecting,
        organizationId: ctx.member?.organizationId,
      }),
      missing: milestone.isCollecting ? missing : [],
      waitsFor: milestones.filter((one) => milestone.dependsOn.includes(one.id) && isOpen(one)),
      neededBy: milestones.filter((one) => one.dependsOn.includes(milestone.id) && isOpen(one)),
      usualLength: usual,
    };
  });
}
