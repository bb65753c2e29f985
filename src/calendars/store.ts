import type { Db } from '../database/client.ts';

/** Whose calendar a link shows. */
export type LinkOwner = { readonly partnershipId: string; readonly memberId: string };

export type NewLink = { readonly tokenHash: string; readonly madeAt: Date };

/** False where there is one already. */
export async function insertLink(db: Db, owner: LinkOwner, link: NewLink): Promise<boolean> {
  const { count } = await db.calendarLink.createMany({
    data: [{ ...owner, ...link }],
    skipDuplicates: true,
  });
  return count > 0;
}

export async function putLink(
  db: Db,
  { partnershipId, memberId }: LinkOwner,
  link: NewLink,
): Promise<void> {
  await db.calendarLink.upsert({
    where: { partnershipId_memberId: { partnershipId, memberId } },
    create: { partnershipId, memberId, ...link },
    update: link,
  });
}

/** Answers whether there was one. */
export async function deleteLink(db: Db, owner: LinkOwner): Promise<boolean> {
  const { count } = await db.calendarLink.deleteMany({ where: owner });
  return count > 0;
}

export async function findLink(
  db: Db,
  { partnershipId, memberId }: LinkOwner,
): Promise<{ readonly madeAt: Date } | undefined> {
  const row = await db.calendarLink.findUnique({
    where: { partnershipId_memberId: { partnershipId, memberId } },
    select: { madeAt: true },
  });
  return row ?? undefined;
}

/**
 * The one query that begins with a secret instead of a partnership. Nothing for who has left, for an
 * organization that has, and for a partnership that is closed or has no channel left.
 */
export async function findOwner(db: Db, tokenHash: string): Promise<LinkOwner | undefined> {
  const row = await db.calendarLink.findFirst({
    where: {
      tokenHash,
      member: { deactivatedAt: null, organization: { leftAt: null } },
      partnership: { stage: { not: 'closed' }, channels: { some: { goneAt: null } } },
    },
    select: { partnershipId: true, memberId: true },
  });
  return row ?? undefined;
}
