import type { Db, Transaction } from '../database/client.ts';
import type { Loss } from './loss.ts';

/** False when it was greeted before, or has no partnership. */
export async function claimGreeting(tx: Transaction, slackId: string, now: Date): Promise<boolean> {
  const { count } = await tx.channel.updateMany({
    where: { slackId, greetedAt: null },
    data: { greetedAt: now },
  });
  return count === 1;
}

export async function releaseGreeting(db: Db, slackId: string): Promise<void> {
  await db.channel.updateMany({ where: { slackId }, data: { greetedAt: null } });
}

/** Answers the partnership that lost it; undefined when it was lost before, or is of none. */
export async function markGone(
  tx: Transaction,
  slackId: string,
  loss: { readonly at: Date; readonly why: Loss },
): Promise<string | undefined> {
  const [row] = await tx.channel.updateManyAndReturn({
    where: { slackId, goneAt: null },
    data: { goneAt: loss.at, goneWhy: loss.why },
    select: { partnershipId: true },
  });
  return row?.partnershipId;
}

/** Answers since when it was lost; undefined when it was not. */
export async function markBack(
  tx: Transaction,
  slackId: string,
): Promise<
  | { readonly partnershipId: string; readonly from: Date; readonly wasUninstalled: boolean }
  | undefined
> {
  const row = await tx.channel.findFirst({ where: { slackId, goneAt: { not: null } } });
  if (!row?.goneAt) return undefined;
  await tx.channel.update({ where: { slackId }, data: { goneAt: null, goneWhy: null } });
  const wasUninstalled = row.goneWhy === 'uninstalled';
  return { partnershipId: row.partnershipId, from: row.goneAt, wasUninstalled };
}

/** Undefined when it is of no partnership, or lost. */
export async function lockChannel(
  tx: Transaction,
  slackId: string,
): Promise<{ readonly partnershipId: string; readonly limitedAt: Date | undefined } | undefined> {
  const [row] = await tx.$queryRaw<{ partnershipId: string; limitedAt: Date | null }[]>`
    select partnership_id as "partnershipId", limited_at as "limitedAt" from channel
    where slack_id = ${slackId} and gone_at is null
    for no key update`;
  return row && { partnershipId: row.partnershipId, limitedAt: row.limitedAt ?? undefined };
}

export async function markLimited(tx: Transaction, slackId: string, at: Date): Promise<void> {
  await tx.channel.update({ where: { slackId }, data: { limitedAt: at } });
}

export async function listLostChannels(db: Db): Promise<readonly string[]> {
  const rows = await db.channel.findMany({
    where: { goneAt: { not: null } },
    select: { slackId: true },
  });
  return rows.map(({ slackId }) => slackId);
}

/** Every channel of an installation that was withdrawn. */
export async function markInstallationGone(
  tx: Transaction,
  installationTeamId: string,
  goneAt: Date,
): Promise<void> {
  await tx.channel.updateMany({
    where: { installationTeamId, goneAt: null },
    data: { goneAt, goneWhy: 'uninstalled' },
  });
}

export async function listChannelsWithoutInstallation(
  db: Db,
  installationTeamId: string,
): Promise<readonly string[]> {
  const rows = await db.channel.findMany({
    where: { installationTeamId, goneWhy: 'uninstalled' },
    select: { slackId: true },
  });
  return rows.map(({ slackId }) => slackId);
}

/** A private channel gets a new id when it begins to be shared. */
export async function renameChannel(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.channel.updateMany({ where: { slackId: from }, data: { slackId: to } });
}
