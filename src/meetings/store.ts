import type { Db, Transaction } from '../database/client.ts';
import { isoDate, toDate } from '../database/dates.ts';
import type { Meeting } from './meeting.ts';

/** In the order in which they are held; `from` is an ISO date, included. */
export async function listMeetings(
  db: Db,
  partnershipId: string,
  from: string | undefined,
): Promise<readonly Meeting[]> {
  const rows = await db.meeting.findMany({
    where: { partnershipId, ...(from && { heldOn: { gte: toDate(from) } }) },
    orderBy: [{ heldOn: 'asc' }, { name: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    organizationId: row.organizationId,
    name: row.name,
    heldOn: isoDate(row.heldOn),
    startsAt: row.startsAt ?? undefined,
    minutes: row.minutes,
    papersDueWorkingDays: row.papersDueWorkingDays ?? undefined,
    changedAt: row.changedAt,
  }));
}

export type NewMeeting = Omit<Meeting, 'id'>;

/** Those that are known already are left as they are. */
export async function insertMeetings(
  tx: Transaction,
  partnershipId: string,
  meetings: readonly NewMeeting[],
): Promise<void> {
  await tx.meeting.createMany({
    data: meetings.map(({ heldOn, startsAt, papersDueWorkingDays, ...meeting }) => ({
      ...meeting,
      partnershipId,
      heldOn: toDate(heldOn),
      startsAt: startsAt ?? null,
      papersDueWorkingDays: papersDueWorkingDays ?? null,
    })),
    skipDuplicates: true,
  });
}

/** Answers how many there were. */
export async function deleteMeetings(
  tx: Transaction,
  partnershipId: string,
  given: {
    readonly organizationId: string;
    readonly name: string;
    readonly days: readonly string[];
  },
): Promise<number> {
  const { count } = await tx.meeting.deleteMany({
    where: {
      partnershipId,
      organizationId: given.organizationId,
      name: { equals: given.name, mode: 'insensitive' },
      heldOn: { in: given.days.map(toDate) },
    },
  });
  return count;
}
