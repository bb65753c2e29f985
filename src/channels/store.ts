import type { Db, Transaction } from '../database/client.ts';

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

export async function markGone(db: Db, slackId: string, goneAt: Date | null): Promise<void> {
  await db.channel.updateMany({ where: { slackId }, data: { goneAt } });
}

/** Every channel of an installation that was withdrawn. */
export async function markInstallationGone(
  db: Db,
  installationTeamId: string,
  goneAt: Date,
): Promise<void> {
  await db.channel.updateMany({ where: { installationTeamId, goneAt: null }, data: { goneAt } });
}

/** A private channel gets a new id when it begins to be shared. */
export async function renameChannel(db: Db, from: string, to: string): Promise<void> {
  await db.channel.updateMany({ where: { slackId: from }, data: { slackId: to } });
}
