import type { Db, Transaction } from '../database/client.ts';
import { isoDate, toDate } from '../database/dates.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { Checkin } from './checkin.ts';

type Row = Prisma.CheckinGetPayload<Record<string, never>>;

export async function listCheckins(db: Db, partnershipId: string): Promise<readonly Checkin[]> {
  const rows = await db.checkin.findMany({ where: { partnershipId } });
  return rows.map(toCheckin);
}

export async function findCheckin(
  db: Db,
  partnershipId: string,
  memberId: string,
): Promise<Checkin | undefined> {
  const row = await db.checkin.findFirst({ where: { partnershipId, memberId } });
  return row ? toCheckin(row) : undefined;
}

export async function putCheckin(
  tx: Transaction,
  partnershipId: string,
  { memberId, state, pausedUntil }: Checkin,
  changedAt: Date,
): Promise<void> {
  const said = { state, pausedUntil: pausedUntil ? toDate(pausedUntil) : null, changedAt };
  await tx.checkin.upsert({
    where: { partnershipId_memberId: { partnershipId, memberId } },
    create: { partnershipId, memberId, ...said },
    update: said,
  });
}

/** Two people of whom one would rather not be introduced to the other. */
export type RatherNot = { readonly memberId: string; readonly otherId: string };

export async function listRatherNots(db: Db, partnershipId: string): Promise<readonly RatherNot[]> {
  const where = { partnershipId };
  return db.checkinRatherNot.findMany({ where, select: { memberId: true, otherId: true } });
}

export async function putRatherNot(
  tx: Transaction,
  partnershipId: string,
  { memberId, otherId }: RatherNot,
): Promise<void> {
  const data = [{ partnershipId, memberId, otherId }];
  await tx.checkinRatherNot.createMany({ data, skipDuplicates: true });
}

/** Answers whether there was one. */
export async function deleteRatherNot(
  tx: Transaction,
  partnershipId: string,
  { memberId, otherId }: RatherNot,
): Promise<boolean> {
  const where = { partnershipId, memberId, otherId };
  const { count } = await tx.checkinRatherNot.deleteMany({ where });
  return count > 0;
}

/** Two organizations whose people are not introduced to each other; `until` is the last day of it. */
export type Apart = {
  /** Whose coordinator said so. */
  readonly organizationId: string;
  readonly otherId: string;
  readonly until: string;
};

export async function listAparts(db: Db, partnershipId: string): Promise<readonly Apart[]> {
  const rows = await db.checkinApart.findMany({
    where: { partnershipId },
    orderBy: [{ until: 'asc' }, { organizationId: 'asc' }, { otherId: 'asc' }],
  });
  return rows.map(({ organizationId, otherId, until }) => ({
    organizationId,
    otherId,
    until: isoDate(until),
  }));
}

export async function putApart(
  tx: Transaction,
  partnershipId: string,
  { organizationId, otherId, until }: Apart,
): Promise<void> {
  await tx.checkinApart.upsert({
    where: {
      partnershipId_organizationId_otherId: { partnershipId, organizationId, otherId },
    },
    create: { partnershipId, organizationId, otherId, until: toDate(until) },
    update: { until: toDate(until) },
  });
}

/** Answers whether there was one. */
export async function deleteApart(
  tx: Transaction,
  partnershipId: string,
  { organizationId, otherId }: Pick<Apart, 'organizationId' | 'otherId'>,
): Promise<boolean> {
  const where = { partnershipId, organizationId, otherId };
  const { count } = await tx.checkinApart.deleteMany({ where });
  return count > 0;
}

function toCheckin({ memberId, state, pausedUntil }: Row): Checkin {
  return { memberId, state, pausedUntil: pausedUntil ? isoDate(pausedUntil) : undefined };
}
