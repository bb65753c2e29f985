import type { Db, Transaction } from '../database/client.ts';
import { toDate } from '../database/dates.ts';
import { Prisma } from '../database/generated/client.ts';
import type { LeadTime, Milestone, MilestoneStep } from './milestone.ts';

/** One row of JSON for each milestone, in one query, so that a list costs as much as one. */
const MILESTONE = Prisma.sql`
  json_build_object(
    'id', t.id, 'title', t.title, 'doneMeans', t.done_means,
    'ownerOrganizationId', t.owner_organization_id,
    'owner', (
      select json_build_object(
        'memberId', m.id, 'slackUserId', m.slack_user_id, 'name', m.display_name)
      from member m where m.id = t.owner_member_id and m.deactivated_at is null),
    'contributors', (
      select json_agg(c.organization_id order by c.organization_id)
      from milestone_contributor c where c.milestone_id = t.id),
    'dependsOn', (
      select json_agg(d.depends_on_id order by d.depends_on_id)
      from milestone_dependency d where d.milestone_id = t.id),
    'latestAcceptableOn', t.latest_acceptable_on,
    'leadMinimum', t.lead_minimum, 'leadTypical', t.lead_typical, 'leadMaximum', t.lead_maximum,
    'remainingWorkingDays', t.remaining_working_days,
    'steps', (
      select json_agg(json_build_object(
        'name', s.name, 'workingDays', s.working_days, 'meeting', s.meeting,
        'papersDueWorkingDays', s.papers_due_working_days) order by s.position)
      from milestone_step s where s.milestone_id = t.id),
    'collectingSince', t.collecting_since,
    'baselineOn', t.baseline_on, 'agreedOn', t.agreed_on, 'doneOn', t.done_on,
    'isDropped', t.dropped_at is not null,
    'forecasts', (
      select json_agg(json_build_object(
        'reportedOn', f.reported_on, 'forecastOn', f.forecast_on, 'reason', f.reason, 'at', f.at)
        order by f.reported_on, f.at, f.id)
      from forecast f where f.milestone_id = t.id),
    'confidence', (
      select json_agg(json_build_object('organizationId', c.organization_id, 'value', c.value)
        order by c.organization_id)
      from confidence c where c.milestone_id = t.id),
    'open', (
      select json_build_object(
        'version', p.version, 'content', p.content, 'organizationId', p.organization_id,
        'openedAt', p.opened_at,
        'stances', (
          select json_agg(json_build_object(
            'organizationId', m.organization_id, 'slackUserId', m.slack_user_id,
            'name', m.display_name, 'kind', s.kind, 'reason', s.reason,
            'mayCount', m.representative or not exists (
              select 1 from member r where r.partnership_id = m.partnership_id
                and r.organization_id = m.organization_id
                and r.representative and r.deactivated_at is null)) order by s.taken_at)
          from stance s join member m on m.id = s.member_id where s.proposal_id = p.id))
      from proposal p where p.subject_id = t.id and p.state = 'open'),
    'latestVersion', (select max(p.version) from proposal p where p.subject_id = t.id),
    'saidHealth', t.said_health, 'createdAt', t.created_at, 'changedAt', t.changed_at,
    'sequence', t.sequence)`;

type OpenJson = Omit<NonNullable<Milestone['open']>, 'openedAt' | 'stances'> & {
  readonly openedAt: string;
  readonly stances: NonNullable<Milestone['open']>['stances'] | null;
};

type StepJson = {
  readonly name: string;
  readonly workingDays: number | null;
  readonly meeting: string | null;
  readonly papersDueWorkingDays: number | null;
};

/** What is undefined in the domain is null here. */
type MilestoneJson = {
  readonly [K in Exclude<
    keyof Milestone,
    'open' | 'steps' | 'leadTime' | 'isCollecting' | 'collectingSince' | 'createdAt' | 'changedAt'
  >]: Milestone[K] | null;
} & {
  readonly id: string;
  readonly title: string;
  readonly open: OpenJson | null;
  readonly steps: readonly StepJson[] | null;
  readonly leadMinimum: number | null;
  readonly leadTypical: number | null;
  readonly leadMaximum: number | null;
  readonly collectingSince: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
};

export async function listMilestones(db: Db, partnershipId: string): Promise<readonly Milestone[]> {
  const rows = await db.$queryRaw<{ milestone: MilestoneJson }[]>`
    select ${MILESTONE} as milestone from milestone t
    where t.partnership_id = ${partnershipId}::uuid order by t.normalized`;
  return rows.map((row) => toMilestone(row.milestone));
}

export async function findMilestone(
  db: Db,
  partnershipId: string,
  milestoneId: string,
): Promise<Milestone | undefined> {
  const [row] = await db.$queryRaw<{ milestone: MilestoneJson }[]>`
    select ${MILESTONE} as milestone from milestone t
    where t.partnership_id = ${partnershipId}::uuid and t.id = ${milestoneId}::uuid`;
  return row && toMilestone(row.milestone);
}

export async function isTitleTaken(
  db: Db,
  partnershipId: string,
  normalized: string,
): Promise<boolean> {
  return (await db.milestone.count({ where: { partnershipId, normalized } })) > 0;
}

/** Of those that are not over, whoever the owner is by now. */
export async function listOwnedTitles(
  db: Db,
  partnershipId: string,
  ownerMemberId: string,
): Promise<readonly string[]> {
  const rows = await db.milestone.findMany({
    where: { partnershipId, ownerMemberId, doneOn: null, droppedAt: null },
    orderBy: { normalized: 'asc' },
    select: { title: true },
  });
  return rows.map(({ title }) => title);
}

export type NewMilestone = {
  readonly id: string;
  readonly title: string;
  readonly normalized: string;
  readonly doneMeans: string | undefined;
  readonly ownerOrganizationId: string;
  readonly ownerMemberId: string | undefined;
  readonly contributors: readonly string[];
  readonly collectingSince: Date | undefined;
  readonly createdAt: Date;
};

export async function insertMilestone(
  tx: Transaction,
  partnershipId: string,
  milestone: NewMilestone,
): Promise<void> {
  const { contributors, ...row } = milestone;
  await tx.milestone.create({
    data: {
      ...row,
      doneMeans: row.doneMeans ?? null,
      ownerMemberId: row.ownerMemberId ?? null,
      collectingSince: row.collectingSince ?? null,
      changedAt: row.createdAt,
      partnershipId,
    },
  });
  await putContributors(tx, partnershipId, milestone.id, contributors);
}

export async function putContributors(
  tx: Transaction,
  partnershipId: string,
  milestoneId: string,
  organizationIds: readonly string[],
): Promise<void> {
  await tx.milestoneContributor.deleteMany({ where: { partnershipId, milestoneId } });
  await tx.milestoneContributor.createMany({
    data: organizationIds.map((organizationId) => ({ partnershipId, milestoneId, organizationId })),
  });
}

export async function addContributor(
  tx: Transaction,
  partnershipId: string,
  milestoneId: string,
  organizationId: string,
): Promise<void> {
  const data = [{ partnershipId, milestoneId, organizationId }];
  await tx.milestoneContributor.createMany({ data, skipDuplicates: true });
}

export async function removeContributor(
  tx: Transaction,
  partnershipId: string,
  milestoneId: string,
  organizationId: string,
): Promise<void> {
  await tx.milestoneContributor.deleteMany({
    where: { partnershipId, milestoneId, organizationId },
  });
}

export type MilestoneChange = {
  readonly title?: string;
  readonly normalized?: string;
  readonly doneMeans?: string | undefined;
  readonly ownerOrganizationId?: string;
  readonly ownerMemberId?: string | null;
  readonly latestAcceptableOn?: string | null;
  readonly leadTime?: LeadTime | null;
  readonly remainingWorkingDays?: number;
  readonly collectingSince?: Date | null;
  readonly baselineOn?: string;
  readonly agreedOn?: string;
  readonly doneOn?: string | null;
  readonly droppedAt?: Date | null;
  readonly saidHealth?: string;
};

/** `changedAt` is given when a calendar should show it anew. */
export async function changeMilestone(
  tx: Transaction,
  partnershipId: string,
  milestoneId: string,
  change: MilestoneChange,
  changedAt?: Date,
): Promise<void> {
  const { latestAcceptableOn, leadTime, baselineOn, agreedOn, doneOn, doneMeans, ...plain } =
    change;
  await tx.milestone.updateMany({
    where: { partnershipId, id: milestoneId },
    data: {
      ...plain,
      ...('doneMeans' in change && { doneMeans: doneMeans ?? null }),
      ...(latestAcceptableOn !== undefined && {
        latestAcceptableOn: latestAcceptableOn === null ? null : toDate(latestAcceptableOn),
      }),
      ...(leadTime !== undefined && {
        leadMinimum: leadTime?.minimum ?? null,
        leadTypical: leadTime?.typical ?? null,
        leadMaximum: leadTime?.maximum ?? null,
      }),
      ...(baselineOn && { baselineOn: toDate(baselineOn) }),
      ...(agreedOn && { agreedOn: toDate(agreedOn) }),
      ...(doneOn !== undefined && { doneOn: doneOn === null ? null : toDate(doneOn) }),
      ...(changedAt && { changedAt, sequence: { increment: 1 } }),
    },
  });
}

function toMilestone(json: MilestoneJson): Milestone {
  const { open, leadMinimum, leadTypical, leadMaximum } = json;
  return {
    id: json.id,
    title: json.title,
    doneMeans: json.doneMeans ?? undefined,
    ownerOrganizationId: json.ownerOrganizationId ?? '',
    owner: json.owner ?? undefined,
    contributors: json.contributors ?? [],
    dependsOn: json.dependsOn ?? [],
    latestAcceptableOn: json.latestAcceptableOn ?? undefined,
    leadTime:
      leadMinimum === null || leadTypical === null || leadMaximum === null
        ? undefined
        : { minimum: leadMinimum, typical: leadTypical, maximum: leadMaximum },
    remainingWorkingDays: json.remainingWorkingDays ?? 0,
    steps: (json.steps ?? []).map(toStep),
    isCollecting: json.collectingSince !== null,
    collectingSince: json.collectingSince === null ? undefined : new Date(json.collectingSince),
    baselineOn: json.baselineOn ?? undefined,
    agreedOn: json.agreedOn ?? undefined,
    doneOn: json.doneOn ?? undefined,
    isDropped: json.isDropped === true,
    forecasts: (json.forecasts ?? []).map(({ reason, at, ...one }) => ({
      ...one,
      at: new Date(at),
      reason: reason ?? undefined,
    })),
    confidence: json.confidence ?? [],
    open: open
      ? {
          ...open,
          openedAt: new Date(open.openedAt),
          stances: (open.stances ?? []).map((one) => ({
            ...one,
            reason: one.reason ?? undefined,
          })),
        }
      : undefined,
    latestVersion: json.latestVersion ?? 0,
    saidHealth: json.saidHealth ?? undefined,
    createdAt: new Date(json.createdAt),
    changedAt: new Date(json.changedAt),
    sequence: json.sequence ?? 0,
  };
}

function toStep({ name, workingDays, meeting, papersDueWorkingDays }: StepJson): MilestoneStep {
  return meeting === null
    ? { name, workingDays: workingDays ?? 0 }
    : { name, meeting, papersDueWorkingDays: papersDueWorkingDays ?? undefined };
}

/** Anything that this member said for their organization. */
export async function hasRowsOf(db: Db, partnershipId: string, memberId: string): Promise<boolean> {
  const where = { partnershipId, memberId };
  return (await db.confidence.findFirst({ where, select: { memberId: true } })) !== null;
}
