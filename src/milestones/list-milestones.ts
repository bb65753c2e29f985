import { type Context, readOnce } from '../context.ts';
import { listMeetings } from '../meetings/list-meetings.ts';
import { type Partnership, presentOrganizations } from '../partnerships/partnership.ts';
import { workplaceOf } from '../partnerships/workplaces.ts';
import { type Alignment, align } from '../timelines/alignment.ts';
import {
  type DateAnswer,
  missingAnswers,
  seenAnswers,
  windowsOf,
} from '../timelines/date-proposal.ts';
import { listDates } from '../timelines/list-dates.ts';
import { assessMilestone, earliestFor, todayOf } from './assess-milestone.ts';
import type { EarliestPossible } from './earliest-possible.ts';
import type { Assessment } from './health.ts';
import { amongPresent, isOpen, type Milestone } from './milestone.ts';
import { listMilestones as list } from './store.ts';
import { usualLength } from './usual-length.ts';

/** A milestone with all that is known of it at this moment, as the acting member may see it. */
export type Seen = {
  readonly milestone: Milestone;
  readonly assessment: Assessment | undefined;
  /** What the owner’s own steps and meetings allow, where they are known. */
  readonly earliest: EarliestPossible | undefined;
  /** How the dates go together, once all have answered and until one is agreed. */
  readonly alignment: Alignment | undefined;
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
    readOnce(ctx, 'milestones', () => list(ctx.db, partnership.id)),
    readOnce(ctx, 'meetings', () => listMeetings(ctx, {})),
    readOnce(ctx, 'dates', () => listDates(ctx)),
  ]);
  const milestones = rows.map((row) => amongPresent(row, present));
  const usual = usualLength(milestones);
  const around = { partnership, milestones, meetings, now };
  return milestones.map((milestone) => {
    const own = answers.filter(
      ({ milestoneId, organizationId }) =>
        milestoneId === milestone.id && milestone.contributors.includes(organizationId),
    );
    const earliest = isOpen(milestone) ? earliestFor(milestone, around) : undefined;
    const missing = missingAnswers(own, milestone.contributors);
    return {
      milestone,
      assessment: assessMilestone(milestone, around, earliest),
      earliest,
      alignment: alignmentOf(milestone, own, around),
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

function alignmentOf(
  milestone: Milestone,
  answers: readonly DateAnswer[],
  { partnership, now }: { readonly partnership: Partnership; readonly now: Date },
): Alignment | undefined {
  const { contributors, baselineOn, isCollecting } = milestone;
  if (baselineOn || isCollecting || !isOpen(milestone) || answers.length === 0) return undefined;
  const calendars = presentOrganizations(partnership)
    .filter(({ id }) => contributors.includes(id))
    .map((organization) => workplaceOf(organization).calendar);
  const today = todayOf(milestone, partnership, now);
  const alignment = align(windowsOf(answers, today), { contributors, calendars, today });
  return alignment.status === 'waiting' ? undefined : alignment;
}
