import type { Db } from '../database/client.ts';

export type PostingKey = {
  readonly subjectId: string;
  /** `<capability>.<what>` */
  readonly what: string;
  readonly version: number;
};

export type Posted = { readonly channelId: string; readonly ts: string };

/** False when it was said before, or is being said right now. */
export async function claimPosting(
  db: Db,
  partnershipId: string,
  key: PostingKey,
  claimedAt: Date,
): Promise<boolean> {
  const { count } = await db.posting.createMany({
    data: [{ ...key, partnershipId, claimedAt }],
    skipDuplicates: true,
  });
  return count === 1;
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
