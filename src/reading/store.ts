import type { Db, Transaction } from '../database/client.ts';

export type KeptReading = {
  readonly since: Date | undefined;
  readonly consents: readonly string[];
};

export async function findReading(
  db: Db,
  partnershipId: string,
  channelId: string,
): Promise<KeptReading | undefined> {
  const row = await db.channel.findFirst({
    where: { partnershipId, slackId: channelId, goneAt: null },
    include: { readingConsents: { orderBy: { at: 'asc' } } },
  });
  return row ? toReading(row) : undefined;
}

function toReading(row: {
  readonly readingSince: Date | null;
  readonly readingConsents: readonly { readonly organizationId: string }[];
}): KeptReading {
  return {
    since: row.readingSince ?? undefined,
    consents: row.readingConsents.map(({ organizationId }) => organizationId),
  };
}

/** The same of every channel in which somebody has said yes. */
export async function listReadings(
  db: Db,
  partnershipId: string,
): Promise<readonly (KeptReading & { readonly channelId: string })[]> {
  const rows = await db.channel.findMany({
    where: { partnershipId, goneAt: null, readingConsents: { some: {} } },
    include: { readingConsents: { orderBy: { at: 'asc' } } },
    orderBy: { slackId: 'asc' },
  });
  return rows.map((row) => ({ channelId: row.slackId, ...toReading(row) }));
}

/** Whether messages here may be looked at; asked for every one of them. */
export async function isChannelRead(db: Db, channelId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isRead: boolean }[]>`
    select not exists (
      select 1 from organization o
      where o.partnership_id = c.partnership_id and o.left_at is null and not exists (
        select 1 from reading_consent r
        where r.channel_id = c.slack_id and r.organization_id = o.id)) as "isRead"
    from channel c
    where c.slack_id = ${channelId} and c.reading_since is not null and c.gone_at is null`;
  return row?.isRead ?? false;
}

/** Everything that changes the reading of a channel waits in line here. */
export async function lockChannel(
  tx: Transaction,
  partnershipId: string,
  channelId: string,
): Promise<void> {
  await tx.$queryRaw`
    select 1 from channel
    where partnership_id = ${partnershipId}::uuid and slack_id = ${channelId} for update`;
}

export async function putConsent(
  tx: Transaction,
  partnershipId: string,
  consent: {
    readonly channelId: string;
    readonly organizationId: string;
    readonly memberId: string;
    readonly at: Date;
  },
): Promise<void> {
  const { channelId, organizationId, memberId, at } = consent;
  await tx.readingConsent.upsert({
    where: { partnershipId, channelId_organizationId: { channelId, organizationId } },
    create: { ...consent, partnershipId },
    update: { memberId, at },
  });
}

export async function removeConsents(
  tx: Transaction,
  partnershipId: string,
  channelId: string,
): Promise<number> {
  const { count } = await tx.readingConsent.deleteMany({ where: { partnershipId, channelId } });
  return count;
}

export async function markReading(
  tx: Transaction,
  partnershipId: string,
  channelId: string,
  since: Date | null,
): Promise<void> {
  await tx.channel.updateMany({
    where: { partnershipId, slackId: channelId },
    data: { readingSince: since },
  });
}
