import type { Db, Transaction } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { Proposal, SubjectKind } from './proposal.ts';

const WITH_STANCES = {
  stances: { include: { member: true }, orderBy: { takenAt: 'asc' } },
} as const satisfies Prisma.ProposalInclude;

type Row = Prisma.ProposalGetPayload<{ include: typeof WITH_STANCES }>;

export async function insertSubject(
  tx: Transaction,
  partnershipId: string,
  kind: SubjectKind,
): Promise<string> {
  const { id } = await tx.subject.create({ data: { partnershipId, kind } });
  return id;
}

/** Everything that changes one subject's proposals waits in line here. */
export async function lockSubject(
  tx: Transaction,
  partnershipId: string,
  subjectId: string,
): Promise<void> {
  await tx.$queryRaw`
    select 1 from subject where partnership_id = ${partnershipId}::uuid and id = ${subjectId}::uuid
    for update`;
}

export async function findOpenProposal(
  db: Db,
  partnershipId: string,
  subjectId: string,
): Promise<Proposal | undefined> {
  const row = await db.proposal.findFirst({
    where: { partnershipId, subjectId, state: 'open' },
    include: WITH_STANCES,
  });
  return row ? toProposal(db, row) : undefined;
}

export async function findProposal(
  db: Db,
  partnershipId: string,
  proposalId: string,
): Promise<Proposal | undefined> {
  const row = await db.proposal.findFirst({
    where: { partnershipId, id: proposalId },
    include: WITH_STANCES,
  });
  return row ? toProposal(db, row) : undefined;
}

export async function latestVersion(
  tx: Transaction,
  partnershipId: string,
  subjectId: string,
): Promise<number> {
  const { _max } = await tx.proposal.aggregate({
    where: { partnershipId, subjectId },
    _max: { version: true },
  });
  return _max.version ?? 0;
}

export type NewProposal = Omit<Proposal, 'id' | 'stances'>;

export async function insertProposal(
  tx: Transaction,
  partnershipId: string,
  proposal: NewProposal,
): Promise<Proposal> {
  const row = await tx.proposal.create({
    data: { ...proposal, partnershipId, content: proposal.content as Prisma.InputJsonValue },
    include: WITH_STANCES,
  });
  return toProposal(tx, row);
}

/** False when somebody closed it first. */
export async function markClosed(
  tx: Transaction,
  partnershipId: string,
  proposalId: string,
  state: 'agreed' | 'superseded' | 'withdrawn',
  now: Date,
): Promise<boolean> {
  const { count } = await tx.proposal.updateMany({
    where: { partnershipId, id: proposalId, state: 'open' },
    data: { state, closedAt: now, dueAt: null },
  });
  return count === 1;
}

export async function markDue(
  tx: Transaction,
  partnershipId: string,
  proposalId: string,
  dueAt: Date | undefined,
): Promise<void> {
  await tx.proposal.updateMany({
    where: { partnershipId, id: proposalId, state: 'open' },
    data: { dueAt: dueAt ?? null },
  });
}

/** What waits for a later moment is due now. */
export async function markAllDue(tx: Transaction, partnershipId: string, now: Date): Promise<void> {
  await tx.proposal.updateMany({
    where: { partnershipId, state: 'open', dueAt: { gt: now } },
    data: { dueAt: now },
  });
}

export type DueProposal = {
  readonly partnershipId: string;
  readonly proposalId: string;
  readonly subjectKind: SubjectKind;
};

/**
 * Takes what is due in every partnership: the one query that is not scoped to one, since it is the
 * clock that asks. Of several replicas, one gets each row.
 */
export async function claimDueProposals(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<readonly DueProposal[]> {
  return tx.$queryRaw<DueProposal[]>`
    with due as (
      select id from proposal where state = 'open' and due_at <= ${now}
      order by due_at limit ${limit} for update skip locked
    )
    update proposal p set due_at = null from due, subject s
    where p.id = due.id and s.id = p.subject_id
    returning p.partnership_id as "partnershipId", p.id as "proposalId", s.kind as "subjectKind"`;
}

/** Ends what was in force and puts this proposal in its place. */
export async function replaceAgreement(
  tx: Transaction,
  partnershipId: string,
  proposal: Proposal,
  now: Date,
): Promise<void> {
  const { subjectId } = proposal;
  await tx.agreement.updateMany({
    where: { partnershipId, subjectId, endedAt: null },
    data: { endedAt: now },
  });
  await tx.agreement.create({
    data: { partnershipId, subjectId, proposalId: proposal.id, agreedAt: now },
  });
}

/** The organizations that named who speaks for them. */
async function organizationsWithRepresentatives(
  db: Db,
  partnershipId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db.member.findMany({
    where: { partnershipId, representative: true, deactivatedAt: null },
    select: { organizationId: true },
    distinct: ['organizationId'],
  });
  return new Set(rows.map((row) => row.organizationId));
}

async function toProposal(db: Db, row: Row): Promise<Proposal> {
  const named = row.stances.length
    ? await organizationsWithRepresentatives(db, row.partnershipId)
    : new Set<string>();
  return {
    id: row.id,
    subjectId: row.subjectId,
    version: row.version,
    organizationId: row.organizationId,
    memberId: row.memberId,
    content: row.content,
    editorial: row.editorial,
    floorWorkingDays: row.floorWorkingDays,
    openedAt: row.openedAt,
    stances: row.stances.map(({ member, memberId, kind, reason, carried }) => ({
      memberId,
      slackUserId: member.slackUserId,
      organizationId: member.organizationId,
      kind,
      reason: reason ?? undefined,
      carried,
      mayCount: member.representative || !named.has(member.organizationId),
    })),
  };
}

/** Over all partnerships, for the clock. */
export async function earliestDue(db: Db): Promise<Date | undefined> {
  const { _min } = await db.proposal.aggregate({
    where: { state: 'open', dueAt: { not: null } },
    _min: { dueAt: true },
  });
  return _min.dueAt ?? undefined;
}

/** Anything that this member said. */
export async function hasRowsOf(db: Db, partnershipId: string, memberId: string): Promise<boolean> {
  const given = { where: { partnershipId, memberId }, select: { memberId: true } };
  const found = await Promise.all([db.proposal.findFirst(given), db.stance.findFirst(given)]);
  return found.some((row) => row !== null);
}
