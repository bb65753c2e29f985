import type { Transaction } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { SubjectKind } from './proposal.ts';

export type NewVersion = {
  readonly subjectId: string;
  readonly version: number;
  readonly content: unknown;
};

export type Author = { readonly memberId: string; readonly organizationId: string };

/** As many new subjects as are wanted, by their ids. */
export async function insertSubjects(
  tx: Transaction,
  partnershipId: string,
  kind: SubjectKind,
  count: number,
): Promise<readonly string[]> {
  const data = Array.from({ length: count }, () => ({ partnershipId, kind }));
  const rows = await tx.subject.createManyAndReturn({ data, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Always in the same order, so that two who lock many do not wait for each other in a circle. */
export async function lockSubjects(
  tx: Transaction,
  partnershipId: string,
  subjectIds: readonly string[],
): Promise<void> {
  await tx.$queryRaw`
    select 1 from subject
    where partnership_id = ${partnershipId}::uuid and id = any(${[...subjectIds]}::uuid[])
    order by id for update`;
}

/** Opens a version of each subject in the place of the one that was open; answers their ids. */
export async function insertVersions(
  tx: Transaction,
  partnershipId: string,
  versions: readonly NewVersion[],
  given: Author & { readonly floorWorkingDays: number; readonly openedAt: Date },
): Promise<readonly string[]> {
  const subjectIds = versions.map(({ subjectId }) => subjectId);
  await tx.proposal.updateMany({
    where: { partnershipId, subjectId: { in: subjectIds }, state: 'open' },
    data: { state: 'superseded', closedAt: given.openedAt, dueAt: null },
  });
  const rows = await tx.proposal.createManyAndReturn({
    data: versions.map(({ subjectId, version, content }) => ({
      ...given,
      partnershipId,
      subjectId,
      version,
      content: content as Prisma.InputJsonValue,
    })),
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Closes versions as agreed by these members, and puts them in the place of what was in force. */
export async function agreeVersions(
  tx: Transaction,
  partnershipId: string,
  versions: readonly { readonly proposalId: string; readonly subjectId: string }[],
  memberIds: readonly string[],
  now: Date,
): Promise<void> {
  const proposalIds = versions.map(({ proposalId }) => proposalId);
  const subjectIds = versions.map(({ subjectId }) => subjectId);
  await tx.stance.createMany({
    data: proposalIds.flatMap((proposalId) =>
      memberIds.map((memberId) => ({
        partnershipId,
        proposalId,
        memberId,
        kind: 'endorse' as const,
        takenAt: now,
      })),
    ),
  });
  await tx.proposal.updateMany({
    where: { partnershipId, id: { in: proposalIds } },
    data: { state: 'agreed', closedAt: now, dueAt: null },
  });
  await tx.agreement.updateMany({
    where: { partnershipId, subjectId: { in: subjectIds }, endedAt: null },
    data: { endedAt: now },
  });
  await tx.agreement.createMany({
    data: versions.map(({ proposalId, subjectId }) => ({
      partnershipId,
      proposalId,
      subjectId,
      agreedAt: now,
    })),
  });
}
