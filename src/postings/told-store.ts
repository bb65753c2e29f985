import { randomUUID } from 'node:crypto';
import type { Db } from '../database/client.ts';
import { type Claim, HELD_SECONDS, type Posted } from './claim.ts';

export type ToldKey = {
  readonly memberId: string;
  /** `<capability>.<what>` */
  readonly what: string;
  readonly occasion: string;
};

export async function claimTold(
  db: Db,
  partnershipId: string,
  key: ToldKey,
  at: Date,
): Promise<Claim> {
  const { memberId, what, occasion } = key;
  const deliveryId = randomUUID();
  const taken = await db.$executeRaw`
    insert into told (partnership_id, member_id, what, occasion, at, delivery_id, held_until)
    values (${partnershipId}::uuid, ${memberId}::uuid, ${what}, ${occasion}, ${at},
      ${deliveryId}::uuid, clock_timestamp() + ${HELD_SECONDS} * interval '1 second')
    on conflict do nothing`;
  if (taken === 1) return { state: 'ours', deliveryId };
  const [doubted] = await db.$queryRaw<{ deliveryId: string; claimedAt: Date }[]>`
    update told set held_until = clock_timestamp() + ${HELD_SECONDS} * interval '1 second'
    where partnership_id = ${partnershipId}::uuid and member_id = ${memberId}::uuid
      and what = ${what} and occasion = ${occasion} and ts is null and held_until < clock_timestamp()
    returning delivery_id as "deliveryId", at as "claimedAt"`;
  if (doubted) return { state: 'doubted', ...doubted };
  const [row] = await db.$queryRaw<{ said: boolean }[]>`
    select ts is not null or held_until is null as said from told
    where partnership_id = ${partnershipId}::uuid and member_id = ${memberId}::uuid
      and what = ${what} and occasion = ${occasion}`;
  // None: whoever held it has just given it back.
  return { state: row?.said ? 'said' : 'held' };
}

export async function keepTold(
  db: Db,
  partnershipId: string,
  key: ToldKey,
  posted: Posted,
): Promise<void> {
  await db.told.updateMany({ where: { ...key, partnershipId }, data: posted });
}

export async function findToldPlace(
  db: Db,
  partnershipId: string,
  key: ToldKey,
): Promise<Posted | undefined> {
  const row = await db.told.findFirst({ where: { ...key, partnershipId, ts: { not: null } } });
  return row?.channelId && row.ts ? { channelId: row.channelId, ts: row.ts } : undefined;
}

/** The newest thing of these kinds that reached a member. */
export async function findLatestTold(
  db: Db,
  partnershipId: string,
  told: { readonly memberId: string; readonly whats: readonly string[] },
): Promise<{ readonly occasion: string; readonly at: Date } | undefined> {
  const { memberId, whats } = told;
  const row = await db.told.findFirst({
    where: { partnershipId, memberId, what: { in: [...whats] }, ts: { not: null } },
    orderBy: { at: 'desc' },
    select: { occasion: true, at: true },
  });
  return row ?? undefined;
}

export async function doubtTold(db: Db, partnershipId: string, key: ToldKey): Promise<void> {
  const { memberId, what, occasion } = key;
  await db.$executeRaw`
    update told set held_until = clock_timestamp() - interval '1 second'
    where partnership_id = ${partnershipId}::uuid and member_id = ${memberId}::uuid
      and what = ${what} and occasion = ${occasion} and ts is null`;
}

export async function releaseTold(db: Db, partnershipId: string, key: ToldKey): Promise<void> {
  await db.told.deleteMany({ where: { ...key, partnershipId, ts: null } });
}
