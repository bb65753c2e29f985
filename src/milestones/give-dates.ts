import { type Context, organizationOf, type TransactionContext, transaction } from '../context.ts';
import { speakingMember } from '../members/speaking-member.ts';
import { addNote } from '../partnerships/add-note.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { workplaceOf } from '../partnerships/workplaces.ts';
import { Refusal } from '../refusal.ts';
import { localDate } from '../time/calendar.ts';
import { datesFault } from '../timelines/date-proposal.ts';
import { type DatesInput, proposeDates } from '../timelines/propose-dates.ts';
import { ownerOf, todayOf } from './assess-milestone.ts';
import { type EarliestPossible, earliestPossible } from './earliest-possible.ts';
import { getMilestone } from './get-milestone.ts';
import { holdMilestone } from './hold-milestone.ts';
import type { Seen } from './list-milestones.ts';
import { isOpen, type Milestone } from './milestone.ts';
import { revealDates } from './reveal-dates.ts';

export type GivenDates = {
  readonly seen: Seen;
  /** It was the last answer: everybody sees all of them now. */
  readonly isComplete: boolean;
  /** The date comes before what one's own steps and meetings allow (domain 8.3): told to them alone. */
  readonly optimistic: EarliestPossible | undefined;
};

type Dates = Pick<DatesInput, 'milestoneId' | 'targetOn'> &
  Partial<Omit<DatesInput, 'milestoneId' | 'targetOn' | 'today'>>;

/** Says what suits the acting member's organization. */
export async function giveDates(ctx: Context, input: Dates): Promise<GivenDates> {
  const isComplete = await transaction(ctx, (tx) => giveDatesIn(tx, input));
  const seen = await getMilestone(ctx, { milestoneId: input.milestoneId });
  return { seen, isComplete, optimistic: optimismOf(ctx, seen, input.targetOn) };
}

/** Refuses whoever has no dates to give. */
export async function refuseUnlessContributing(ctx: Context, milestone: Milestone): Promise<void> {
  const member = await speakingMember(ctx, 'target');
  if (!isOpen(milestone)) {
    throw new Refusal('too-late', `“${milestone.title}” is closed, so its dates are settled.`);
  }
  if (!milestone.contributors.includes(member.organizationId)) {
    const own = organizationOf(ctx, member).shortName;
    throw new Refusal(
      'not-yours',
      `${own} doesn’t take part in “${milestone.title}”, so its dates don’t count for it.`,
    );
  }
}

/** Refuses dates that cannot be meant together. */
export function refuseDatesFault(
  ctx: Context,
  milestone: Milestone,
  dates: Pick<Dates, 'targetOn' | 'earliestOn' | 'latestOn'>,
): void {
  const { targetOn, earliestOn, latestOn } = dates;
  const today = todayOf(milestone, ctx.partnership, ctx.clock.now());
  const fault = datesFault({ targetOn, earliestOn, latestOn }, today);
  if (fault) throw new Refusal('invalid', fault.sentence, fault.field);
}

/** The same inside a transaction; true when that was the last answer of a blind collection. */
export async function giveDatesIn(ctx: TransactionContext, input: Dates): Promise<boolean> {
  const partnershipId = ctx.partnership.id;
  const { milestoneId } = input;
  const milestone = await holdMilestone(ctx, milestoneId);
  await refuseUnlessContributing(ctx, milestone);
  await proposeDates(ctx, {
    milestoneId,
    targetOn: input.targetOn,
    earliestOn: input.earliestOn,
    latestOn: input.latestOn,
    confidence: input.confidence,
    note: input.note?.trim() || undefined,
    today: todayOf(milestone, ctx.partnership, ctx.clock.now()),
  });
  await addNote(ctx, milestoneId, 'milestones.dates');
  if (await revealDates(ctx, { milestoneId })) return true;
  await ctx.jobs.add(ctx.db, 'milestones.changed', { partnershipId, milestoneId });
  return false;
}

/** Where no steps are known, what such a thing takes at least. */
function leastFor(
  milestone: Milestone,
  partnership: Partnership,
  now: Date,
): EarliestPossible | undefined {
  const owner = ownerOf(milestone, partnership);
  if (!owner || !milestone.leadTime) return undefined;
  const { minimum: workingDays } = milestone.leadTime;
  const steps = [{ name: milestone.title, workingDays }];
  return earliestPossible(steps, workplaceOf(owner).calendar, localDate(now, owner.timeZone));
}

function optimismOf(
  { partnership, member, clock }: Context,
  { milestone, earliest: bySteps }: Seen,
  targetOn: string,
): EarliestPossible | undefined {
  if (milestone.ownerOrganizationId !== member?.organizationId) return undefined;
  const earliest = bySteps ?? leastFor(milestone, partnership, clock.now());
  return earliest?.earliestOn && earliest.earliestOn > targetOn ? earliest : undefined;
}
