import type { Db, Transaction } from '../database/client.ts';
import { isoDate, toDate } from '../database/dates.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { DateAnswer } from './date-proposal.ts';

type Row = Prisma.DateProposalGetPayload<Record<string, never>>;

/** Of one milestone, or of all of them. */
export async function listAnswers(
  db: Db,
  partnershipId: string,
  milestoneId?: string,
): Promise<readonly DateAnswer[]> {
  const rows = await db.dateProposal.findMany({
    where: { partnershipId, ...(milestoneId && { milestoneId }) },
    orderBy: [{ milestoneId: 'asc' }, { organizationId: 'asc' }],
  });
  return rows.map(toAnswer);
}

export async function putAnswer(
  tx: Transaction,
  partnershipId: string,
  answer: DateAnswer,
  by: { readonly memberId: string; readonly at: Date },
): Promise<void> {
  const { milestoneId, organizationId } = answer;
  const said = {
    ...by,
    earliestOn: answer.earliestOn ? toDate(answer.earliestOn) : null,
    targetOn: toDate(answer.targetOn),
    latestOn: answer.latestOn ? toDate(answer.latestOn) : null,
    confidence: answer.confidence ?? null,
    note: answer.note ?? null,
  };
  await tx.dateProposal.upsert({
    where: { partnershipId, milestoneId_organizationId: { milestoneId, organizationId } },
    create: { partnershipId, milestoneId, organizationId, ...said },
    update: said,
  });
}

function toAnswer(row: Row): DateAnswer {
  return {
    milestoneId: row.milestoneId,
    organizationId: row.organizationId,
    earliestOn: row.earliestOn ? isoDate(row.earliestOn) : undefined,
    targetOn: isoDate(row.targetOn),
    latestOn: row.latestOn ? isoDate(row.latestOn) : undefined,
    confidence: row.confidence ?? undefined,
    note: row.note ?? undefined,
  };
}

/** Anything that this member said. */
export async function hasRowsOf(db: Db, partnershipId: string, memberId: string): Promise<boolean> {
  const where = { partnershipId, memberId };
  return (await db.dateProposal.findFirst({ where, select: { memberId: true } })) !== null;
}
