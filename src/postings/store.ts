import { randomUUID } from 'node:crypto';
import type { Db, Transaction } from '../database/client.ts';
import { type Claim, HELD_SECONDS, type Posted } from './claim.ts';

export type PostingKey = {
  readonly subjectId: string;
  /** `<capability>.<what>` */
  readonly what: string;
  readonly version: number;
};

export async function claimPosting(
  db: Db,
  partnershipId: string,
  key: PostingKey,
  claimedAt: Date,
): Promise<Claim> {
  const { subjectId, what, version } = key;
  const deliveryId = randomUUID();
  const taken = await db.$executeRaw`
    insert into posting (partnership_id, subject_id, what, version, claimed_at, delivery_id, held_until)
    values (${partnershipId}::uuid, ${subjectId}::uuid, ${what}, ${version}, ${claimedAt},
      ${deliveryId}::uuid, clock_timestamp() + ${HELD_SECONDS} * interval '1 second')
    on conflict do nothing`;
  if (taken === 1) return { state: 'ours', deliveryId };
  const [doubted] = await db.$queryRaw<{ deliveryId: string; claimedAt: Date }[]>`
    update posting set held_until = clock_timestamp() + ${HELD_SECONDS} * interval '1 second'
    where partnership_id = ${partnershipId}::uuid and subject_id = ${subjectId}::uuid
      and what = ${what} and version = ${version} and ts is null and held_until < clock_timestamp()
    returning delivery_id as "deliveryId", claimed_at as "claimedAt"`;
  if (doubted) return { state: 'doubted', ...doubted };
  const [row] = await db.$queryRaw<{ said: boolean }[]>`
    select ts is not null or held_until is null as said from posting
    where partnership_id = ${partnershipId}::uuid and subject_id = ${subjectId}::uuid
      and what = ${what} and version = ${version}`;
  // None: whoever held it has just given it back.
  return { state: row?.said ? 'said' : 'held' };
}

export async function keepPosting(
  db: Db,
  partnershipId: string,
  key: PostingKey,
  posted: Posted,
): Promise<void> {
  await db.posting.updateMany({ where: { ...key, partnershipId }, data: posted });
}

export async function releasePosting(
  db: Db,
  partnershipId: string,
  key: PostingKey,
): Promise<void> {
  await db.posting.deleteMany({ where: { ...key, partnershipId, ts: null } });
}

export async function doubtPosting(db: Db, partnershipId: string, key: PostingKey): Promise<void> {
  const { subjectId, what, version } = key;
  await db.$executeRaw`
    update posting set held_until = clock_timestamp() - interval '1 second'
    where partnership_id = ${partnershipId}::uuid and subject_id = ${subjectId}::uuid
      and what = ${what} and version = ${version} and ts is null`;
}

/** The newest message of a kind about a subject. */
export async function findLatestPosting(
  db: Db,
  partnershipId: string,
  subjectId: string,
  what: string,
): Promise<Posted | undefined> {
  const row = await db.posting.findFirst({
    where: { partnershipId, subjectId, what, ts: { not: null } },
    orderBy: [{ version: 'desc' }],
  });
  return row?.channelId && row.ts ? { channelId: row.channelId, ts: row.ts } : undefined;
}

/** A channel has another id: what was said in it is to be found under that. */
export async function movePostings(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.posting.updateMany({ where: { channelId: from }, data: { channelId: to } });
}

/** Of a bot that has one process only: what is unfinished when it starts was cut off. */
export async function doubtAll(db: Db): Promise<void> {
  await db.$executeRaw`
    update posting set held_until = '-infinity' where ts is null and held_until is not null`;
  await db.$executeRaw`
    update told set held_until = '-infinity' where ts is null and held_until is not null`;
  await db.$executeRaw`
    update press set held_until = '-infinity' where ts is null and held_until is not null`;
}
