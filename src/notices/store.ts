import type { Db, Transaction } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { Sent } from './budget.ts';
import type { Notice, NoticeEnd } from './notice.ts';

type Row = Prisma.NoticeGetPayload<Record<string, never>>;

/** False when the same was added before, whether it was told or not. */
export async function insertNotice(
  tx: Transaction,
  partnershipId: string,
  notice: Omit<Notice, 'id'> & { readonly addedAt: Date },
): Promise<boolean> {
  const { count } = await tx.notice.createMany({
    data: [{ ...notice, partnershipId }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function listOpenNotices(
  db: Db,
  partnershipId: string,
  memberId: string,
): Promise<readonly Notice[]> {
  const rows = await db.notice.findMany({ where: { partnershipId, memberId, endedAt: null } });
  return rows.map(toNotice);
}

/** The ids of the members for whom something waits. */
export async function listWaiting(db: Db, partnershipId: string): Promise<readonly string[]> {
  const rows = await db.notice.findMany({
    where: { partnershipId, endedAt: null },
    select: { memberId: true },
    distinct: ['memberId'],
  });
  return rows.map(({ memberId }) => memberId);
}

/** Those of this member alone, ended or not, in the order in which they are asked for. */
export async function listNotices(
  db: Db,
  partnershipId: string,
  memberId: string,
  noticeIds: readonly string[],
): Promise<readonly Notice[]> {
  const rows = await db.notice.findMany({
    where: { partnershipId, memberId, id: { in: [...noticeIds] } },
  });
  return noticeIds.flatMap((id) => rows.filter((row) => row.id === id).map(toNotice));
}

/** Leaves alone those that ended before. */
export async function endNotices(
  db: Db,
  partnershipId: string,
  noticeIds: readonly string[],
  end: NoticeEnd,
  endedAt: Date,
): Promise<void> {
  await db.notice.updateMany({
    where: { partnershipId, id: { in: [...noticeIds] }, endedAt: null },
    data: { end, endedAt },
  });
}

/**
 * The messages that the person was sent since, and what they told: in whichever partnership, since the
 * budget is the person's. Nothing of another partnership leaves this but the time and an id.
 */
export async function listSent(
  db: Db,
  partnershipId: string,
  person: { readonly slackUserId: string; readonly slackTeamId: string },
  since: Date,
): Promise<readonly Sent[]> {
  const { slackUserId, slackTeamId } = person;
  const member = { slackUserId, slackTeamId };
  const rows = await db.notice.findMany({
    where: { member, end: 'told', endedAt: { gte: since } },
    select: { endedAt: true, kind: true, about: true },
  });
  const digests = await db.told.findMany({
    where: {
      member,
      what: { in: ['digest', 'digest.post'] },
      ts: { not: null },
      at: { gte: since },
    },
    select: { at: true, partnershipId: true },
  });
  const messages = Map.groupBy(rows, ({ endedAt }) => endedAt?.getTime() ?? 0);
  return [
    ...[...messages].map(([at, told]) => ({ at: new Date(at), told })),
    ...digests.map(({ at, partnershipId: of }) => ({
      at,
      told: [],
      isDigest: true,
      isOwnDigest: of === partnershipId,
    })),
  ];
}

/** What a message tells that was begun, whether Slack took it or not, and that tells one of these. */
export async function findOccasion(
  db: Db,
  partnershipId: string,
  telling: {
    readonly memberId: string;
    readonly what: string;
    readonly noticeIds: readonly string[];
    /** Not this one. */
    readonly besides?: string;
  },
): Promise<string | undefined> {
  const { memberId, what, noticeIds, besides } = telling;
  const row = await db.told.findFirst({
    where: {
      partnershipId,
      memberId,
      what,
      OR: noticeIds.map((id) => ({ occasion: { contains: id } })),
      ...(besides !== undefined && { NOT: { occasion: besides } }),
    },
    orderBy: { at: 'asc' },
    select: { occasion: true },
  });
  return row?.occasion;
}

export async function listStops(
  db: Db,
  partnershipId: string,
  memberId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db.noticeStop.findMany({ where: { partnershipId, memberId } });
  return new Set(rows.map(({ kind }) => kind));
}

export async function putStop(
  db: Db,
  partnershipId: string,
  stop: { readonly memberId: string; readonly kind: string; readonly at: Date },
): Promise<void> {
  await db.noticeStop.createMany({ data: [{ ...stop, partnershipId }], skipDuplicates: true });
}

export async function removeStop(
  db: Db,
  partnershipId: string,
  memberId: string,
  kind: string,
): Promise<void> {
  await db.noticeStop.deleteMany({ where: { partnershipId, memberId, kind } });
}

function toNotice(row: Row): Notice {
  const { id, memberId, kind, about, occasion, notBefore, staleAt } = row;
  return { id, memberId, kind, about, occasion, notBefore, staleAt };
}
