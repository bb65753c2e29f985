import type { Db, Transaction } from '../database/client.ts';

/** False when this member has said so about this version before. */
export async function insertConfusion(
  tx: Transaction,
  partnershipId: string,
  flag: {
    readonly termId: string;
    readonly version: number;
    readonly memberId: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { count } = await tx.confusion.createMany({
    data: [{ ...flag, partnershipId }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** From which organizations the flags about a version are. */
export async function listConfusions(
  db: Db,
  partnershipId: string,
  about: { readonly termId: string; readonly version: number },
): Promise<readonly { readonly organizationId: string }[]> {
  const rows = await db.confusion.findMany({
    where: { partnershipId, ...about },
    select: { member: { select: { organizationId: true } } },
  });
  return rows.map(({ member }) => member);
}
