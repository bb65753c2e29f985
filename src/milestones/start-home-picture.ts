import { type Context, transaction } from '../context.ts';
import { findPicture } from './find-picture.ts';
import { DRAW_HOME } from './home-picture.ts';

/** Has the picture of the App Home drawn, unless the same is there; nobody waits for it. */
export async function startHomePicture(
  ctx: Context,
  input: { readonly hash: string },
): Promise<void> {
  const { member } = ctx;
  if (!member || (await findPicture(ctx, input))) return;
  await transaction(ctx, (tx) =>
    ctx.jobs.add(tx.db, DRAW_HOME, { partnershipId: ctx.partnership.id, memberId: member.id }),
  );
}
