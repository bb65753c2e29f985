import type { PrismaClient } from '../../src/database/client.ts';
import { NOON, type World } from './rows.ts';

/** A row of one partnership that points into another, for every reference between the tables of time. */
export const timeCrossings: Readonly<
  Record<string, (db: PrismaClient, a: World, b: World) => Promise<unknown>>
> = {
  milestone_partnership_id_id_fkey: (db, a, b) => addMilestone(db, a, { id: subjectOf(b) }),
  milestone_partnership_id_owner_organization_id_fkey: (db, a, b) =>
    addMilestone(db, a, { ownerOrganizationId: b.organizationId }),
  milestone_partnership_id_owner_organization_id_owner_membe_fkey: (db, a, b) =>
    addMilestone(db, a, { ownerMemberId: b.memberId }),
  milestone_contributor_partnership_id_milestone_id_fkey: async (db, a, b) =>
    db.milestoneContributor.create({ data: { ...yes(a), milestoneId: await addMilestone(db, b) } }),
  milestone_contributor_partnership_id_organization_id_fkey: async (db, a, b) =>
    db.milestoneContributor.create({
      data: { ...yes(a, b), milestoneId: await addMilestone(db, a) },
    }),
  milestone_dependency_partnership_id_milestone_id_fkey: async (db, a, b) =>
    db.milestoneDependency.create({
      data: {
        partnershipId: a.partnershipId,
        milestoneId: await addMilestone(db, b),
        dependsOnId: await addMilestone(db, a),
      },
    }),
  milestone_dependency_partnership_id_depends_on_id_fkey: async (db, a, b) =>
    db.milestoneDependency.create({
      data: {
        partnershipId: a.partnershipId,
        milestoneId: await addMilestone(db, a),
        dependsOnId: await addMilestone(db, b),
      },
    }),
  milestone_step_partnership_id_milestone_id_fkey: async (db, a, b) =>
    db.milestoneStep.create({
      data: {
        partnershipId: a.partnershipId,
        milestoneId: await addMilestone(db, b),
        position: 0,
        name: 'Memo',
        workingDays: 4,
      },
    }),
  forecast_partnership_id_milestone_id_fkey: async (db, a, b) =>
    db.forecast.create({ data: { ...report(a), milestoneId: await addMilestone(db, b) } }),
  forecast_partnership_id_member_id_fkey: async (db, a, b) =>
    db.forecast.create({
      data: { ...report(a), memberId: b.memberId, milestoneId: await addMilestone(db, a) },
    }),
  confidence_partnership_id_milestone_id_fkey: async (db, a, b) =>
    db.confidence.create({ data: { ...said(a), milestoneId: await addMilestone(db, b) } }),
  confidence_partnership_id_organization_id_fkey: async (db, a, b) =>
    db.confidence.create({
      data: {
        ...said(a),
        organizationId: b.organizationId,
        milestoneId: await addMilestone(db, a),
      },
    }),
  confidence_partnership_id_organization_id_member_id_fkey: async (db, a, b) =>
    db.confidence.create({
      data: { ...said(a), memberId: b.memberId, milestoneId: await addMilestone(db, a) },
    }),
  date_proposal_partnership_id_milestone_id_fkey: async (db, a, b) =>
    db.dateProposal.create({ data: { ...dates(a), milestoneId: await addMilestone(db, b) } }),
  date_proposal_partnership_id_organization_id_fkey: async (db, a, b) =>
    db.dateProposal.create({
      data: {
        ...dates(a),
        organizationId: b.organizationId,
        milestoneId: await addMilestone(db, a),
      },
    }),
  date_proposal_partnership_id_organization_id_member_id_fkey: async (db, a, b) =>
    db.dateProposal.create({
      data: { ...dates(a), memberId: b.memberId, milestoneId: await addMilestone(db, a) },
    }),
  holiday_partnership_id_organization_id_fkey: (db, a, b) =>
    db.holiday.create({ data: { ...yes(a, b), heldOn: NOON, name: 'May Day', isObserved: true } }),
  meeting_partnership_id_organization_id_fkey: (db, a, b) =>
    db.meeting.create({ data: { ...yes(a, b), name: 'council', heldOn: NOON, changedAt: NOON } }),
  home_picture_partnership_id_organization_id_fkey: (db, a, b) =>
    db.homePicture.create({ data: { ...yes(a, b), hash: 'x', fileId: 'F1', drawnAt: NOON } }),
  notice_partnership_id_member_id_fkey: (db, a, b) =>
    db.notice.create({
      data: {
        partnershipId: a.partnershipId,
        memberId: b.memberId,
        kind: 'x',
        about: 'x',
        occasion: 'x',
        addedAt: NOON,
        notBefore: NOON,
        staleAt: NOON,
      },
    }),
  calendar_link_partnership_id_member_id_fkey: (db, a, b) =>
    db.calendarLink.create({
      data: {
        partnershipId: a.partnershipId,
        memberId: b.memberId,
        tokenHash: 'a'.repeat(64),
        madeAt: NOON,
      },
    }),
  notice_stop_partnership_id_member_id_fkey: (db, a, b) =>
    db.noticeStop.create({
      data: { partnershipId: a.partnershipId, memberId: b.memberId, kind: 'x', at: NOON },
    }),
};

/** A milestone of its own subject; one change makes it point elsewhere. */
export async function addMilestone(
  db: PrismaClient,
  { partnershipId, organizationId }: World,
  change: {
    readonly id?: string;
    readonly ownerOrganizationId?: string;
    readonly ownerMemberId?: string;
  } = {},
): Promise<string> {
  const { id } = await db.subject.create({ data: { partnershipId, kind: 'milestone' } });
  const milestone = await db.milestone.create({
    data: {
      id,
      partnershipId,
      title: id,
      normalized: id,
      ownerOrganizationId: organizationId,
      createdAt: NOON,
      changedAt: NOON,
      ...change,
    },
  });
  return milestone.id;
}

function subjectOf({ subjectId }: World): string {
  return subjectId;
}

function yes({ partnershipId, organizationId }: World, other?: World) {
  return { partnershipId, organizationId: other?.organizationId ?? organizationId };
}

function report({ partnershipId }: World) {
  return { partnershipId, reportedOn: NOON, forecastOn: NOON, at: NOON };
}

function said({ partnershipId, organizationId, memberId }: World) {
  return { partnershipId, organizationId, memberId, value: 3, at: NOON };
}

function dates({ partnershipId, organizationId, memberId }: World) {
  return { partnershipId, organizationId, memberId, targetOn: NOON, at: NOON };
}
