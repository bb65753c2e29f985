import type { Db } from '../database/client.ts';

export type ToldKey = {
  readonly memberId: string;
  /** `<capability>.<what>` */
  readonly what: string;
  readonly occasion: string;
};

/** False when it was told before, or is being told right now. */
export async function claimTold(
  db: Db,
  partnershipId: string,
  key: ToldKey,
  at: Date,
): Promise<boolean> {
  const { count } = await db.told.createMany({
    data: [{ ...key, partnershipId, at }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function releaseTold(db: Db, partnershipId: string, key: ToldKey): Promise<void> {
  await db.told.deleteMany({ where: { ...key, partnershipId } });
}

export async function wasTold(db: Db, partnershipId: string, key: ToldKey): Promise<boolean> {
  return (await db.told.count({ where: { ...key, partnershipId } })) > 0;
}
