import { randomUUID } from 'node:crypto';
import type { Db, Transaction } from '../database/client.ts';
import { type Claim, HELD_SECONDS, type Posted } from './claim.ts';

export type PressKey = {
  /** `<capability>.<what>` */
  readonly what: string;
  /** What is sent, and where to. */
  readonly about: string;
};

/** Sooner than this nobody presses twice on purpose. */
export const MOMENT_SECONDS = 10;

export async function claimPress(
  db: Db,
  partnershipId: string,
  { what, about }: PressKey,
  claimedAt: Date,
): Promise<Claim> {
  const deliveryId = randomUUID();
  const taken = await db.$executeRaw`
    insert into press (partnership_id, what, about, claimed_at, delivery_id, held_until)
    values (${partnershipId}::uuid, ${what}, ${about}, ${claimedAt}, ${deliveryId}::uuid,
      clock_timestamp() + ${HELD_SECONDS} * interval '1 second')
    on conflict (partnership_id, what, about) do update set claimed_at = excluded.claimed_at,
      delivery_id = excluded.delivery_id, held_until = excluded.held_until,
      channel_id = null, ts = null
    where press.ts is not null
      and press.claimed_at <= excluded.claimed_at - ${MOMENT_SECONDS} * interval '1 second'`;
  if (taken === 1) return { state: 'ours', deliveryId };
  const [doubted] = await db.$queryRaw<{ deliveryId: string; claimedAt: Date }[]>`
    update press set held_until = clock_timestamp() + ${HELD_SECONDS} * interval '1 second'
    where partnership_id = ${partnershipId}::uuid and what = ${what} and about = ${about}
      and ts is null and held_until < clock_timestamp()
    returning delivery_id as "deliveryId", claimed_at as "claimedAt"`;
  if (doubted) return { state: 'doubted', ...doubted };
  const row = await db.press.findFirst({ where: { partnershipId, what, about } });
  // None: whoever held it has just given it back.
  return { state: row?.ts ? 'said' : 'held' };
}

export async function keepPress(
  db: Db,
  partnershipId: string,
  key: PressKey,
  posted: Posted,
): Promise<void> {
  await db.press.updateMany({ where: { ...key, partnershipId }, data: posted });
}

export async function releasePress(db: Db, partnershipId: string, key: PressKey): Promise<void> {
  await db.press.deleteMany({ where: { ...key, partnershipId, ts: null } });
}

export async function doubtPress(db: Db, partnershipId: string, key: PressKey): Promise<void> {
  const { what, about } = key;
  await db.$executeRaw`
    update press set held_until = clock_timestamp() - interval '1 second'
    where partnership_id = ${partnershipId}::uuid and what = ${what} and about = ${about}
      and ts is null`;
}

/** For what a job sends: false when the same was asked for a moment ago. */
export async function takePress(
  tx: Transaction,
  partnershipId: string,
  { what, about }: PressKey,
  claimedAt: Date,
): Promise<boolean> {
  const taken = await tx.$executeRaw`
    insert into press (partnership_id, what, about, claimed_at, delivery_id)
    values (${partnershipId}::uuid, ${what}, ${about}, ${claimedAt}, ${randomUUID()}::uuid)
    on conflict (partnership_id, what, about) do update set claimed_at = excluded.claimed_at
    where press.claimed_at <= excluded.claimed_at - ${MOMENT_SECONDS} * interval '1 second'`;
  return taken === 1;
}

export async function deletePressesBefore(db: Db, before: Date): Promise<void> {
  await db.press.deleteMany({ where: { claimedAt: { lt: before } } });
}
