import type { Db, Transaction } from '../database/client.ts';
import { isoDate, toDate } from '../database/dates.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { Member } from './member.ts';

type Row = Prisma.MemberGetPayload<Record<string, never>>;

/** A person may appear under several team ids (`T…` and `E…`), but is one member. */
export async function findMemberByPerson(
  db: Db,
  partnershipId: string,
  person: { readonly userId: string; readonly teamIds: readonly string[] },
): Promise<Member | undefined> {
  const row = await db.member.findFirst({
    where: {
      partnershipId,
      slackUserId: person.userId,
      slackTeamId: { in: [...person.teamIds] },
      deactivatedAt: null,
    },
  });
  return row ? toMember(row) : undefined;
}

export async function listMembers(db: Db, partnershipId: string): Promise<readonly Member[]> {
  const rows = await db.member.findMany({
    where: { partnershipId, deactivatedAt: null },
    orderBy: [{ organizationId: 'asc' }, { displayName: 'asc' }],
  });
  return rows.map(toMember);
}

export type Membership = {
  readonly partnershipId: string;
  readonly memberId: string;
  readonly timeZone: string | undefined;
};

/** In which partnerships a person takes part, under whichever of their team ids. */
export async function listMemberships(
  db: Db,
  person: { readonly userId: string; readonly teamIds: readonly string[] },
): Promise<readonly Membership[]> {
  const rows = await db.member.findMany({
    where: {
      slackUserId: person.userId,
      slackTeamId: { in: [...person.teamIds] },
      deactivatedAt: null,
    },
    select: { partnershipId: true, id: true, timeZone: true },
  });
  return rows.map(({ partnershipId, id, timeZone }) => ({
    partnershipId,
    memberId: id,
    timeZone: timeZone ?? undefined,
  }));
}

/** Somebody who may have left: whoever tells of them names them all the same. */
export async function findAnyMember(
  db: Db,
  partnershipId: string,
  memberId: string,
): Promise<Member | undefined> {
  const row = await db.member.findFirst({ where: { partnershipId, id: memberId } });
  return row ? toMember(row) : undefined;
}

export type NewMember = Pick<
  Member,
  'organizationId' | 'slackTeamId' | 'slackUserId' | 'displayName' | 'timeZone'
>;

/** Adds a person, or brings one back who had left. Whom we know stays in their organization. */
export async function putMember(
  tx: Transaction,
  partnershipId: string,
  member: NewMember,
): Promise<Member> {
  const { slackTeamId, slackUserId, organizationId, displayName } = member;
  const timeZone = member.timeZone ?? null;
  const row = await tx.member.upsert({
    where: {
      partnershipId_slackTeamId_slackUserId: { partnershipId, slackTeamId, slackUserId },
    },
    create: { partnershipId, slackTeamId, slackUserId, organizationId, displayName, timeZone },
    update: { displayName, timeZone, deactivatedAt: null },
  });
  return toMember(row);
}

export type MemberChange = Partial<
  Pick<Member, 'organizationId' | 'coordinator' | 'representative' | 'observer'>
> & {
  readonly deactivatedAt?: Date;
  readonly timeZone?: string;
  readonly workingHours?: Member['workingHours'];
  /** Undefined takes them away: those of the organization hold again. */
  readonly closures?: { readonly country: string; readonly days: readonly string[] } | undefined;
  readonly digestWeekday?: number;
  readonly digestTime?: string;
  readonly digestStoppedAt?: Date | null;
};

export async function changeMember(
  tx: Transaction,
  partnershipId: string,
  memberId: string,
  change: MemberChange,
): Promise<void> {
  const { workingHours, closures, ...plain } = change;
  const days = 'closures' in change && {
    closureCountry: closures?.country ?? null,
    closures: (closures?.days ?? []).map(toDate),
  };
  await tx.member.updateMany({
    where: { partnershipId, id: memberId },
    data: {
      ...plain,
      ...(workingHours && { workingFrom: workingHours.from, workingTo: workingHours.to }),
      ...days,
    },
  });
}

function toMember(row: Row): Member {
  return {
    id: row.id,
    organizationId: row.organizationId,
    slackTeamId: row.slackTeamId,
    slackUserId: row.slackUserId,
    displayName: row.displayName,
    timeZone: row.timeZone ?? undefined,
    workingHours: { from: row.workingFrom ?? '09:00', to: row.workingTo ?? '17:00' },
    closures: row.closureCountry ? row.closures.map(isoDate) : undefined,
    closuresFrom: row.closureCountry ?? undefined,
    digest: {
      weekday: row.digestWeekday,
      time: row.digestTime,
      isStopped: row.digestStoppedAt !== null,
    },
    coordinator: row.coordinator,
    representative: row.representative,
    observer: row.observer,
  };
}

/** Answers who they were; undefined when they took no part, or had left before. */
export async function deactivateMember(
  tx: Transaction,
  partnershipId: string,
  slackUserId: string,
  now: Date,
): Promise<string | undefined> {
  const [row] = await tx.member.updateManyAndReturn({
    where: { partnershipId, slackUserId, deactivatedAt: null },
    data: { deactivatedAt: now },
    select: { id: true },
  });
  return row?.id;
}
