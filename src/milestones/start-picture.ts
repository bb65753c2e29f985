import { type Context, presentMember, transaction } from '../context.ts';
import { refuseSecondPress } from '../postings/refuse-second-press.ts';

export type PictureKind = 'timeline' | 'trend';

/** Has a picture drawn for the one who asks: of what is true, and theirs to see, when it is sent. */
export async function startPicture(
  ctx: Context,
  input: { readonly kind: PictureKind },
): Promise<void> {
  const { id: memberId } = presentMember(
    ctx,
    'I can’t tell which of the partner organizations you work for, so I have no picture for you. The words are all there: `/partnership timeline`. A coordinator can say who you work for with `/partnership setup`.',
  );
  const about = `${input.kind} ${memberId}`;
  await transaction(ctx, async (tx) => {
    await refuseSecondPress(tx, { what: 'milestones.picture', about });
    await tx.jobs.add(tx.db, 'milestones.picture', {
      partnershipId: ctx.partnership.id,
      memberId,
      kind: input.kind,
    });
  });
}
