import { foundSubject } from '../src/agreements/found-subject.ts';
import { openProposal } from '../src/agreements/open-proposal.ts';
import { takeStance } from '../src/agreements/take-stance.ts';
import { type Context, type TransactionContext, transaction } from '../src/context.ts';
import { insertMeetings } from '../src/meetings/store.ts';
import type { Member } from '../src/members/member.ts';
import { milestoneAgreeable } from '../src/milestones/agreeable.ts';
import type { MoveReason } from '../src/milestones/forecast.ts';
import { listMilestones } from '../src/milestones/list-milestones.ts';
import { type MilestoneStep, normalizeTitle } from '../src/milestones/milestone.ts';
import {
  insertForecast,
  putConfidence,
  putDependencies,
  putSteps,
} from '../src/milestones/plan-store.ts';
import { changeMilestone, insertMilestone } from '../src/milestones/store.ts';
import { putAnswer } from '../src/timelines/store.ts';
import sample from './sample-partnership.json' with { type: 'json' };

type SampleMilestone = (typeof sample.milestones)[number];

type Given = {
  readonly ctx: Context;
  /** The id of an organization that the sample calls so. */
  readonly organizationId: (sampleId: string) => string;
  /** Who speaks for each organization. */
  readonly speakers: readonly Member[];
  /** Who looks after the partnership for each organization. */
  readonly coordinators: readonly Member[];
};

/** The days on which dates are being asked for once more, though one was agreed. */
const ASKED_AGAIN_AT = new Date('2026-11-20T15:00:00Z');

/** Loads the sample's meetings and its twelve milestones with their history, as if it had happened. */
export async function loadMilestones(given: Given): Promise<void> {
  const { ctx } = given;
  await transaction(ctx, (tx) => addMeetings(tx, given));
  const ids = new Map<string, string>();
  for (const milestone of sample.milestones) {
    const agreedAt = new Date(`${milestone.agreedOn}T15:00:00Z`);
    const then = { ...ctx, clock: { now: () => agreedAt } };
    ids.set(milestone.id, await transaction(then, (tx) => addMilestone(tx, milestone, ids, given)));
  }
  // What has a colour today has had it for a while: nothing is news when the sandbox begins.
  for (const { milestone, assessment } of await listMilestones(ctx)) {
    const saidHealth = assessment && assessment.health !== 'unknown' ? assessment.health : 'green';
    await transaction(ctx, (tx) =>
      changeMilestone(tx.db, ctx.partnership.id, milestone.id, { saidHealth }),
    );
  }
}

async function addMeetings(ctx: TransactionContext, given: Given): Promise<void> {
  const series = [
    { name: 'council', organization: 'city', startsAt: '18:30', papersDueWorkingDays: 10 },
    { name: 'board', organization: 'lantern', startsAt: '12:00', papersDueWorkingDays: undefined },
  ] as const;
  const dates = { council: sample.meetings.council, board: sample.meetings.lanternBoard };
  for (const { name, organization, ...rest } of series) {
    await insertMeetings(
      ctx.db,
      ctx.partnership.id,
      dates[name].map((heldOn) => ({
        name,
        heldOn,
        organizationId: given.organizationId(organization),
        minutes: 90,
        changedAt: ctx.clock.now(),
        ...rest,
      })),
    );
  }
}

async function addMilestone(
  ctx: TransactionContext,
  milestone: SampleMilestone,
  ids: ReadonlyMap<string, string>,
  { organizationId, speakers, coordinators }: Given,
): Promise<string> {
  const partnershipId = ctx.partnership.id;
  const { title, doneMeans, baselineOn, doneOn } = milestone;
  const ownerOrganizationId = organizationId(milestone.ownerOrganizationId);
  const ofOwner = (members: readonly Member[]) =>
    members.find((one) => one.organizationId === ownerOrganizationId);
  const speaker = ofOwner(speakers);
  const createdAt = ctx.clock.now();
  const id = await foundSubject(ctx, 'milestone');
  await insertMilestone(ctx.db, partnershipId, {
    id,
    title,
    normalized: normalizeTitle(title),
    doneMeans,
    ownerOrganizationId,
    ownerMemberId: ofOwner(coordinators)?.id,
    contributors: speakers.map((one) => one.organizationId),
    collectingSince: undefined,
    createdAt,
  });
  await openProposal({ ...ctx, member: speaker }, milestoneAgreeable, {
    subjectId: id,
    content: { title, on: baselineOn, doneMeans },
    floorWorkingDays: 0,
  });
  for (const member of speakers.filter((one) => one !== speaker)) {
    await takeStance({ ...ctx, member }, milestoneAgreeable, { subjectId: id, kind: 'endorse' });
  }
  for (const { reportedOn, forecastOn, reason } of milestone.forecasts.slice(1)) {
    await insertForecast(ctx.db, partnershipId, {
      milestoneId: id,
      reportedOn,
      forecastOn,
      reason: (reason ?? undefined) as MoveReason | undefined,
      memberId: ofOwner(coordinators)?.id,
      at: new Date(`${reportedOn}T15:00:00Z`),
    });
  }
  await changeMilestone(ctx.db, partnershipId, id, {
    remainingWorkingDays: milestone.remainingWorkingDays,
    latestAcceptableOn: milestone.latestAcceptableOn,
    leadTime: milestone.leadTimeWorkingDays,
    ...(doneOn && { doneOn }),
    ...(milestone.id === 'm09' && { collectingSince: ASKED_AGAIN_AT }),
  });
  const said = Object.entries(milestone.confidence as Readonly<Record<string, number>>);
  for (const [organization, value] of said) {
    const member = speakers.find((one) => one.organizationId === organizationId(organization));
    if (!member) continue;
    const { id: memberId, organizationId: own } = member;
    const at = new Date('2026-11-16T15:00:00Z');
    await putConfidence(ctx.db, partnershipId, {
      milestoneId: id,
      organizationId: own,
      memberId,
      value,
      at,
    });
  }
  await putDependencies(
    ctx.db,
    partnershipId,
    id,
    milestone.dependsOn.flatMap((one) => ids.get(one) ?? []),
  );
  await putSteps(ctx.db, partnershipId, id, stepsOf(milestone));
  await addDates(ctx, milestone.id, id, { organizationId, speakers });
  return id;
}

function stepsOf(milestone: SampleMilestone): readonly MilestoneStep[] {
  const steps = 'stepsLeft' in milestone ? (milestone.stepsLeft ?? []) : [];
  return steps.map((step) =>
    'meeting' in step && step.meeting
      ? { name: step.name, meeting: step.meeting, papersDueWorkingDays: step.papersDueWorkingDays }
      : { name: step.name, workingDays: step.typicalWorkingDays ?? 0 },
  );
}

async function addDates(
  ctx: TransactionContext,
  sampleId: string,
  milestoneId: string,
  { organizationId, speakers }: Pick<Given, 'organizationId' | 'speakers'>,
): Promise<void> {
  const all = sample.dateProposals as Readonly<Record<string, Readonly<Record<string, Dates>>>>;
  for (const [organization, dates] of Object.entries(all[sampleId] ?? {})) {
    const id = organizationId(organization);
    const member = speakers.find((one) => one.organizationId === id);
    if (!member) continue;
    const answer = { ...dates, note: dates.note || undefined, milestoneId, organizationId: id };
    const by = { memberId: member.id, at: ctx.clock.now() };
    await putAnswer(ctx.db, ctx.partnership.id, answer, by);
  }
}

type Dates = {
  readonly earliestOn: string;
  readonly targetOn: string;
  readonly latestOn: string;
  readonly confidence: number;
  readonly note: string;
};
