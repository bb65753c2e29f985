import { actingMember, type Context, transaction } from '../context.ts';
import { refuseSecondPress } from '../postings/refuse-second-press.ts';
import { Refusal } from '../refusal.ts';
import type { PictureKind } from './start-picture.ts';

/** Has a picture drawn for a channel of the partnership: of what everybody there may see. */
export async function sharePicture(
  ctx: Context,
  input: { readonly kind: PictureKind; readonly channelId: string },
): Promise<void> {
  const { id: memberId } = actingMember(ctx);
  if (!ctx.partnership.channelIds.includes(input.channelId)) {
    throw new Refusal('not-found', 'That channel does not belong to this partnership any more.');
  }
  const about = `${input.kind} ${input.channelId}`;
  await transaction(ctx, async (tx) => {
    await refuseSecondPress(tx, { what: 'milestones.share-picture', about });
    await tx.jobs.add(tx.db, 'milestones.share-picture', {
      partnershipId: ctx.partnership.id,
      memberId,
      ...input,
    });
  });
}
