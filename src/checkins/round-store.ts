import type { Db, Transaction } from '../database/client.ts';
import { isoDate, toDate } from '../database/dates.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { GroupState, HeldGroup, HeldRound, Place, RoundCounts } from './held-round.ts';

const WHOLE = { groups: true, places: { orderBy: { memberId: 'asc' } } } as const;

type Row = Prisma.CheckinRoundGetPayload<{ include: { groups: true; places: true } }>;

/** The newest first; their groups are kept for a year. */
export async function listRounds(
  db: Db,
  partnershipId: string,
  most: number,
): Promise<readonly HeldRound[]> {
  const rows = await db.checkinRound.findMany({
    where: { partnershipId },
    include: WHOLE,
    orderBy: { number: 'desc' },
    take: most,
  });
  return rows.map(toRound);
}

export async function findRound(
  db: Db,
  partnershipId: string,
  id: string,
): Promise<HeldRound | undefined> {
  const row = await db.checkinRound.findFirst({ where: { partnershipId, id }, include: WHOLE });
  return row ? toRound(row) : undefined;
}

export async function findRoundOfGroup(
  db: Db,
  partnershipId: string,
  groupId: string,
): Promise<HeldRound | undefined> {
  const row = await db.checkinRound.findFirst({
    where: { partnershipId, groups: { some: { partnershipId, id: groupId } } },
    include: WHOLE,
  });
  return row ? toRound(row) : undefined;
}

/** One after the other: what two people tap on at once, and what two jobs do with one round. */
export async function lockRound(
  tx: Transaction,
  partnershipId: string,
  roundId: string,
): Promise<HeldRound | undefined> {
  await tx.$queryRaw`
    select 1 from checkin_round
    where partnership_id = ${partnershipId}::uuid and id = ${roundId}::uuid for update`;
  return findRound(tx, partnershipId, roundId);
}

export type NewRound = Pick<HeldRound, 'id' | 'number' | 'opensOn' | 'meetBy' | 'openedAt'>;

/** False where somebody else opened the round with this number. */
export async function insertRound(
  tx: Transaction,
  partnershipId: string,
  { opensOn, meetBy, ...round }: NewRound,
): Promise<boolean> {
  const { count } = await tx.checkinRound.createMany({
    data: [{ ...round, partnershipId, opensOn: toDate(opensOn), meetBy: toDate(meetBy) }],
    skipDuplicates: true,
  });
  return count === 1;
}

export type NewGroup = Pick<HeldGroup, 'id' | 'starterId' | 'times'> & {
  readonly memberIds: readonly string[];
};

/** Who waited has a group then. */
export async function insertGroups(
  tx: Transaction,
  partnershipId: string,
  roundId: string,
  groups: readonly NewGroup[],
): Promise<void> {
  await tx.checkinGroup.createMany({
    data: groups.map(({ id, starterId, times }) => ({
      id,
      partnershipId,
      roundId,
      starterId,
      times: [...times],
    })),
  });
  const places = groups.flatMap(({ id: groupId, memberIds }) =>
    memberIds.map((memberId) => ({ partnershipId, roundId, memberId, groupId })),
  );
  const memberId = { in: places.map((place) => place.memberId) };
  await tx.checkinPlace.deleteMany({ where: { partnershipId, roundId, memberId } });
  await tx.checkinPlace.createMany({ data: places });
}

export async function insertWaiting(
  tx: Transaction,
  partnershipId: string,
  roundId: string,
  waiting: readonly Required<Pick<Place, 'memberId' | 'why'>>[],
): Promise<void> {
  await tx.checkinPlace.createMany({
    data: waiting.map(({ memberId, why }) => ({
      partnershipId,
      roundId,
      memberId,
      why: why ?? null,
    })),
  });
}

export type GroupChange = {
  readonly state?: GroupState;
  readonly starterId?: string;
  readonly plannedAt?: Date;
  readonly introducedAt?: Date;
  readonly channelId?: string | null;
};

export async function changeGroup(
  tx: Transaction,
  partnershipId: string,
  id: string,
  change: GroupChange,
): Promise<void> {
  await tx.checkinGroup.updateMany({ where: { partnershipId, id }, data: change });
}

/** What is undefined is taken away. */
export async function changePlace(
  tx: Transaction,
  partnershipId: string,
  { roundId, memberId }: { readonly roundId: string; readonly memberId: string },
  change: Partial<Omit<Place, 'memberId'>>,
): Promise<void> {
  const { picks, groupId, why, answer, ...plain } = change;
  await tx.checkinPlace.updateMany({
    where: { partnershipId, roundId, memberId },
    data: {
      ...plain,
      ...(picks && { picks: [...picks] }),
      ...('groupId' in change && { groupId: groupId ?? null }),
      ...('why' in change && { why: why ?? null }),
      ...('answer' in change && { answer: answer ?? null }),
    },
  });
}

export async function deletePlace(
  tx: Transaction,
  partnershipId: string,
  { roundId, memberId }: { readonly roundId: string; readonly memberId: string },
): Promise<void> {
  await tx.checkinPlace.deleteMany({ where: { partnershipId, roundId, memberId } });
}

export async function countRound(
  tx: Transaction,
  partnershipId: string,
  id: string,
  counted: { readonly counts: RoundCounts; readonly closedAt?: Date },
): Promise<void> {
  const { counts, closedAt } = counted;
  await tx.checkinRound.updateMany({
    where: { partnershipId, id },
    data: { ...counts, ...(closedAt && { closedAt }) },
  });
}

/** Who met whom in the rounds that opened before this ISO date; how many did stays. */
export async function deleteGroupsBefore(
  tx: Transaction,
  partnershipId: string,
  opensOn: string,
): Promise<void> {
  const where = { partnershipId, round: { partnershipId, opensOn: { lt: toDate(opensOn) } } };
  await tx.checkinPlace.deleteMany({ where });
  await tx.checkinGroup.deleteMany({ where });
}

function toRound({ groups, places, opensOn, meetBy, closedAt, ...row }: Row): HeldRound {
  const { id, number, openedAt, joined, matched, grouped, met } = row;
  return {
    id,
    number,
    openedAt,
    opensOn: isoDate(opensOn),
    meetBy: isoDate(meetBy),
    closedAt: closedAt ?? undefined,
    counts: { joined, matched, grouped, met },
    groups: groups.map((group) => ({
      id: group.id,
      state: group.state,
      starterId: group.starterId,
      times: group.times,
      plannedAt: group.plannedAt ?? undefined,
      introducedAt: group.introducedAt ?? undefined,
      channelId: group.channelId ?? undefined,
    })),
    places: places.map((place) => ({
      memberId: place.memberId,
      groupId: place.groupId ?? undefined,
      why: place.why ?? undefined,
      picks: place.picks,
      answer: place.answer ?? undefined,
      hasTapped: place.hasTapped,
    })),
  };
}
