import { type Context, transaction } from '../context.ts';
import { DAYS_KEPT } from './home-picture.ts';
import { insertHomePicture, takeOldHomePictures } from './picture-store.ts';

const DAY_MS = 86_400_000;

/** Remembers a picture that was drawn; answers the files that nothing shows any more. */
export async function keepPicture(
  ctx: Context,
  picture: { readonly hash: string; readonly fileId: string },
): Promise<readonly string[]> {
  const { partnership, member } = ctx;
  if (!member) return [picture.fileId];
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - DAYS_KEPT * DAY_MS);
  return transaction(ctx, async ({ db }) => {
    const old = await takeOldHomePictures(db, partnership.id, member.organizationId, {
      before,
      except: picture.hash,
    });
    const kept = { ...picture, drawnAt: now };
    const isFirst = await insertHomePicture(db, partnership.id, member.organizationId, kept);
    // Somebody else of the organization was quicker.
    return isFirst ? old : [...old, picture.fileId];
  });
}
