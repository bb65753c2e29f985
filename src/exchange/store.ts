import type { Db, Transaction } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';
import type { TermRecord } from './formats/term-record.ts';
import type { Counts, KeptRow, PlannedRow, RowKind } from './plan-import.ts';
import type { Consent, ImportState, TermImport } from './term-import.ts';

const WITH_PEOPLE = {
  member: true,
  consents: { orderBy: { at: 'asc' } },
} as const satisfies Prisma.TermImportInclude;

type Row = Prisma.TermImportGetPayload<{ include: typeof WITH_PEOPLE }>;

export type NewImport = Pick<TermImport, 'source' | 'fileId' | 'pasted' | 'channelId'> & {
  readonly memberId: string;
  readonly createdAt: Date;
};

export async function insertImport(
  tx: Transaction,
  partnershipId: string,
  { fileId, pasted, ...given }: NewImport,
): Promise<string> {
  const data = { ...given, partnershipId, fileId: fileId ?? null, pasted: pasted ?? null };
  const { id } = await tx.termImport.create({ data });
  return id;
}

export async function findImport(
  db: Db,
  partnershipId: string,
  id: string,
): Promise<TermImport | undefined> {
  const row = await db.termImport.findFirst({ where: { partnershipId, id }, include: WITH_PEOPLE });
  return row ? toImport(row) : undefined;
}

/** Those about which the coordinators are asked, without a yes of this organization; the oldest first. */
export async function findUnconfirmed(
  db: Db,
  partnershipId: string,
  organizationId: string,
): Promise<readonly TermImport[]> {
  const rows = await db.termImport.findMany({
    where: { partnershipId, state: 'asking', consents: { none: { organizationId } } },
    orderBy: { askedAt: 'asc' },
    include: WITH_PEOPLE,
  });
  return rows.map(toImport);
}

/** Everything that changes an import waits in line here. */
export async function lockImport(
  tx: Transaction,
  partnershipId: string,
  id: string,
): Promise<TermImport | undefined> {
  await tx.$queryRaw`
    select 1 from term_import where partnership_id = ${partnershipId}::uuid and id = ${id}::uuid
    for update`;
  return findImport(tx, partnershipId, id);
}

export type ImportChange = {
  readonly state?: ImportState;
  readonly source?: string;
  readonly fileId?: null;
  readonly pasted?: null;
  readonly previewChannel?: string;
  readonly previewTs?: string;
  readonly askedTs?: string;
  readonly askedAt?: Date | null;
  readonly problem?: string | null;
  readonly proposedCount?: number;
  readonly agreedCount?: number;
  readonly endedAt?: Date;
};

export async function changeImport(
  db: Db,
  partnershipId: string,
  id: string,
  change: ImportChange,
): Promise<void> {
  await db.termImport.updateMany({ where: { partnershipId, id }, data: change });
}

/** Others wait while one is built, and while an embedded database works on it. */
const ROWS_OF_A_STATEMENT = 100;

export async function replaceRows(
  tx: Transaction,
  partnershipId: string,
  importId: string,
  rows: readonly PlannedRow[],
): Promise<void> {
  await removeRows(tx, partnershipId, importId);
  for (let at = 0; at < rows.length; at += ROWS_OF_A_STATEMENT) {
    await insertRows(tx, partnershipId, importId, rows.slice(at, at + ROWS_OF_A_STATEMENT));
  }
}

async function insertRows(
  tx: Transaction,
  partnershipId: string,
  importId: string,
  rows: readonly PlannedRow[],
): Promise<void> {
  await tx.termImportRow.createMany({
    data: rows.map(({ line, kind, term, reason, record, entry }) => ({
      importId,
      partnershipId,
      line,
      kind,
      term,
      reason: reason ?? null,
      record: record ? (record as Prisma.InputJsonObject) : Prisma.DbNull,
      termId: entry?.id ?? null,
      seenVersion: entry?.latestVersion ?? 0,
    })),
  });
}

export async function removeRows(
  tx: Transaction,
  partnershipId: string,
  importId: string,
): Promise<void> {
  await tx.termImportRow.deleteMany({ where: { partnershipId, importId } });
}

export async function listRows(
  db: Db,
  partnershipId: string,
  importId: string,
  given: {
    readonly kinds?: readonly RowKind[];
    readonly skip?: number;
    readonly take?: number;
  } = {},
): Promise<readonly KeptRow[]> {
  const rows = await db.termImportRow.findMany({
    where: { partnershipId, importId, ...(given.kinds && { kind: { in: [...given.kinds] } }) },
    orderBy: { line: 'asc' },
    ...(given.skip && { skip: given.skip }),
    ...(given.take && { take: given.take }),
  });
  return rows.map(({ line, kind, term, reason, record, termId, seenVersion }) => ({
    line,
    kind,
    term,
    ...(reason !== null && { reason }),
    ...(record !== null && { record: record as unknown as TermRecord }),
    termId: termId ?? undefined,
    seenVersion,
  }));
}

export async function countRows(db: Db, partnershipId: string, importId: string): Promise<Counts> {
  const groups = await db.termImportRow.groupBy({
    by: ['kind'],
    where: { partnershipId, importId },
    _count: true,
  });
  const found = Object.fromEntries(groups.map(({ kind, _count }) => [kind, _count]));
  return { new: 0, changed: 0, same: 0, refused: 0, ...found };
}

/** False when its outcome was said in the channel before, or is said where the coordinators were asked. */
export async function markAnnounced(
  db: Db,
  partnershipId: string,
  id: string,
  announcedAt: Date,
): Promise<boolean> {
  const { count } = await db.termImport.updateMany({
    where: { partnershipId, id, askedTs: null, announcedAt: null },
    data: { announcedAt },
  });
  return count === 1;
}

export async function markNotAnnounced(db: Db, partnershipId: string, id: string): Promise<void> {
  await db.termImport.updateMany({ where: { partnershipId, id }, data: { announcedAt: null } });
}

/** False when this organization has confirmed already. */
export async function insertConsent(
  tx: Transaction,
  partnershipId: string,
  importId: string,
  consent: Consent,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.termImportConsent.createMany({
    data: [{ ...consent, importId, partnershipId, at }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function removeConsents(
  tx: Transaction,
  partnershipId: string,
  importId: string,
): Promise<void> {
  await tx.termImportConsent.deleteMany({ where: { partnershipId, importId } });
}

function toImport({ member, previewChannel, previewTs, ...row }: Row): TermImport {
  return {
    id: row.id,
    state: row.state,
    source: row.source,
    fileId: row.fileId ?? undefined,
    pasted: row.pasted ?? undefined,
    channelId: row.channelId,
    author: {
      memberId: member.id,
      organizationId: member.organizationId,
      slackUserId: member.slackUserId,
      displayName: member.displayName,
    },
    preview: previewChannel && previewTs ? { channelId: previewChannel, ts: previewTs } : undefined,
    askedTs: row.askedTs ?? undefined,
    askedAt: row.askedAt ?? undefined,
    problem: row.problem ?? undefined,
    proposedCount: row.proposedCount,
    agreedCount: row.agreedCount,
    consents: row.consents.map(({ organizationId, memberId }) => ({ organizationId, memberId })),
  };
}
