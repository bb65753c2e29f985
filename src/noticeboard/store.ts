import type { Db } from '../database/client.ts';
import type { Noticeboard } from '../database/generated/client.ts';
import type { BoardChange, KnownBoard } from './board.ts';

export async function findBoard(
  db: Db,
  partnershipId: string,
  channelId: string,
): Promise<KnownBoard | undefined> {
  const row = await db.noticeboard.findUnique({ where: { channelId, partnershipId } });
  return row ? toBoard(row) : undefined;
}

/** Undefined when it is there already. */
export async function insertBoard(
  db: Db,
  partnershipId: string,
  channelId: string,
  now: Date,
): Promise<KnownBoard | undefined> {
  const [row] = await db.noticeboard.createManyAndReturn({
    data: { partnershipId, channelId, refreshedAt: now },
    skipDuplicates: true,
  });
  return row && toBoard(row);
}

/** Marks that somebody is at it; false when it is not as it was known any more. */
export async function markTaken(
  db: Db,
  partnershipId: string,
  known: KnownBoard,
  now: Date,
): Promise<boolean> {
  const { channelId, shown, refreshedAt } = known;
  const { count } = await db.noticeboard.updateMany({
    where: { partnershipId, channelId, contentHash: shown ?? null, refreshedAt },
    data: { contentHash: null, refreshedAt: now },
  });
  return count === 1;
}

export async function changeBoard(
  db: Db,
  partnershipId: string,
  channelId: string,
  change: BoardChange,
): Promise<void> {
  await db.noticeboard.updateMany({ where: { partnershipId, channelId }, data: change });
}

/** Nobody is at it any more. */
export async function markShown(
  db: Db,
  partnershipId: string,
  channelId: string,
  contentHash: string,
): Promise<void> {
  await db.noticeboard.updateMany({ where: { partnershipId, channelId }, data: { contentHash } });
}

function toBoard(row: Noticeboard): KnownBoard {
  return {
    channelId: row.channelId,
    canvasId: row.canvasId ?? undefined,
    bookmarkId: row.bookmarkId ?? undefined,
    pinnedTs: row.pinnedTs ?? undefined,
    shown: row.contentHash ?? undefined,
    refreshedAt: row.refreshedAt,
  };
}
