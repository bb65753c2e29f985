import type { Db } from '../database/client.ts';

export type KeptPicture = { readonly hash: string; readonly fileId: string };

export async function findHomePicture(
  db: Db,
  partnershipId: string,
  organizationId: string,
  hash: string,
): Promise<string | undefined> {
  const row = await db.homePicture.findFirst({ where: { partnershipId, organizationId, hash } });
  return row?.fileId;
}

/** False when the same is kept already. */
export async function insertHomePicture(
  db: Db,
  partnershipId: string,
  organizationId: string,
  picture: KeptPicture & { readonly drawnAt: Date },
): Promise<boolean> {
  const { count } = await db.homePicture.createMany({
    data: { partnershipId, organizationId, ...picture },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Those drawn before, but for the one that is shown now; answers their files. */
export async function takeOldHomePictures(
  db: Db,
  partnershipId: string,
  organizationId: string,
  given: { readonly before: Date; readonly except: string },
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ fileId: string }[]>`
    delete from home_picture
    where partnership_id = ${partnershipId}::uuid and organization_id = ${organizationId}::uuid
      and drawn_at < ${given.before} and hash <> ${given.except}
    returning file_id as "fileId"`;
  return rows.map(({ fileId }) => fileId);
}
