import type { Db, Transaction } from '../database/client.ts';
import { isoDate, toDate } from '../database/dates.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { Organization, Partnership } from './partnership.ts';

const WITH_ORGANIZATIONS = {
  organizations: {
    include: { teams: true },
    orderBy: [{ leftAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  },
  channels: { where: { goneAt: null }, orderBy: { slackId: 'asc' } },
} as const satisfies Prisma.PartnershipInclude;

type PartnershipRow = Prisma.PartnershipGetPayload<{ include: typeof WITH_ORGANIZATIONS }>;
type OrganizationRow = PartnershipRow['organizations'][number];

export async function findPartnership(
  db: Db,
  partnershipId: string,
): Promise<Partnership | undefined> {
  const row = await db.partnership.findUnique({
    where: { id: partnershipId },
    include: WITH_ORGANIZATIONS,
  });
  return row ? toPartnership(row) : undefined;
}

export async function findPartnershipOfChannel(
  db: Db,
  slackChannelId: string,
): Promise<Partnership | undefined> {
  const row = await db.channel.findUnique({
    where: { slackId: slackChannelId },
    include: { partnership: { include: WITH_ORGANIZATIONS } },
  });
  return row ? toPartnership(row.partnership) : undefined;
}

/**
 * The partnerships in which one of these teams is a partner, or this person a member, by name: of an
 * Enterprise some payloads name the one id, some the other, and some none.
 */
export async function listPartnershipsAround(
  db: Db,
  { userId, teamIds }: { readonly userId: string; readonly teamIds: readonly string[] },
): Promise<readonly Partnership[]> {
  const present = { leftAt: null };
  const rows = await db.partnership.findMany({
    where: {
      OR: [
        {
          organizations: {
            some: { ...present, teams: { some: { slackTeamId: { in: [...teamIds] } } } },
          },
        },
        {
          members: { some: { slackUserId: userId, deactivatedAt: null, organization: present } },
        },
      ],
    },
    include: WITH_ORGANIZATIONS,
    orderBy: { name: 'asc' },
  });
  return rows.map(toPartnership);
}

export type NewPartnership = {
  readonly name: string;
  readonly foundedAt: Date;
  readonly channel: { readonly slackId: string; readonly installationTeamId: string };
  readonly organizations: readonly {
    readonly name: string;
    readonly shortName: string;
    readonly slackTeamIds: readonly string[];
    readonly timeZone: string | undefined;
  }[];
};

export async function insertPartnership(tx: Transaction, given: NewPartnership): Promise<string> {
  const { id } = await tx.partnership.create({
    data: {
      name: given.name,
      foundedAt: given.foundedAt,
      channels: { create: given.channel },
    },
  });
  for (const organization of given.organizations) await insertOrganization(tx, id, organization);
  return id;
}

export async function insertOrganization(
  tx: Transaction,
  partnershipId: string,
  given: NewPartnership['organizations'][number],
): Promise<string> {
  const { id } = await tx.organization.create({
    data: {
      partnershipId,
      name: given.name,
      shortName: given.shortName,
      ...(given.timeZone && { timeZone: given.timeZone }),
    },
  });
  await insertTeams(tx, partnershipId, id, given.slackTeamIds);
  return id;
}

export async function insertTeams(
  tx: Transaction,
  partnershipId: string,
  organizationId: string,
  slackTeamIds: readonly string[],
): Promise<void> {
  await tx.organizationTeam.createMany({
    data: slackTeamIds.map((slackTeamId) => ({ partnershipId, organizationId, slackTeamId })),
    skipDuplicates: true,
  });
}

export type OrganizationChange = Partial<
  Pick<
    Organization,
    | 'name'
    | 'shortName'
    | 'sector'
    | 'timeZone'
    | 'workingWeek'
    | 'emailDomains'
    | 'closures'
    | 'country'
    | 'subdivision'
    | 'quietHours'
  >
> & { readonly leftAt?: Date | null };

export async function changeOrganization(
  tx: Transaction,
  partnershipId: string,
  organizationId: string,
  change: OrganizationChange,
): Promise<void> {
  const { sector, closures, workingWeek, emailDomains, quietHours, ...rest } = change;
  const { country, subdivision, ...plain } = rest;
  await tx.organization.updateMany({
    where: { partnershipId, id: organizationId },
    data: {
      ...plain,
      ...('sector' in change && { sector: sector ?? null }),
      ...('country' in change && { country: country ?? null, subdivision: subdivision ?? null }),
      ...(quietHours && { quietFrom: quietHours.from, quietTo: quietHours.to }),
      ...(workingWeek && { workingWeek: [...workingWeek] }),
      ...(emailDomains && { emailDomains: [...emailDomains] }),
      ...(closures && { closures: closures.map(toDate) }),
    },
  });
}

export async function changePartnership(
  tx: Transaction,
  partnershipId: string,
  change: { readonly name?: string; readonly purpose?: string | null },
): Promise<void> {
  await tx.partnership.update({ where: { id: partnershipId }, data: change });
}

function toPartnership(row: PartnershipRow): Partnership {
  return {
    id: row.id,
    name: row.name,
    purpose: row.purpose ?? undefined,
    stage: row.stage,
    termFloorWorkingDays: row.termFloorWorkingDays,
    milestoneFloorWorkingDays: row.milestoneFloorWorkingDays,
    blindFirst: row.blindFirst,
    lazyConsent: row.lazyConsent,
    channelIds: row.channels.map((channel) => channel.slackId),
    organizations: row.organizations.map(toOrganization),
  };
}

function toOrganization(row: OrganizationRow): Organization {
  return {
    id: row.id,
    name: row.name,
    shortName: row.shortName,
    sector: row.sector ?? undefined,
    timeZone: row.timeZone,
    workingWeek: row.workingWeek,
    closures: row.closures.map(isoDate),
    country: row.country ?? undefined,
    subdivision: row.subdivision ?? undefined,
    quietHours: { from: row.quietFrom, to: row.quietTo },
    emailDomains: row.emailDomains,
    slackTeamIds: row.teams.map((team) => team.slackTeamId),
    hasLeft: row.leftAt !== null,
  };
}

export async function lockOrganization(
  tx: Transaction,
  partnershipId: string,
  organizationId: string,
): Promise<void> {
  await tx.$queryRaw`
    select 1 from organization
    where partnership_id = ${partnershipId}::uuid and id = ${organizationId}::uuid
    for no key update`;
}
