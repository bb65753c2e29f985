import type { Context } from '../context.ts';
import { NotYet } from '../schedule/not-yet.ts';
import { TOLD_AS } from './notice.ts';
import { findOccasion } from './store.ts';

const SECONDS = 1;

/**
 * To be called once a message is claimed: another replica may have begun one that tells some of the
 * same and, because something was added in between, goes by another name. Whoever sees it steps back.
 */
export async function refuseSecondTelling(
  ctx: Context,
  input: {
    readonly memberId: string;
    readonly occasion: string;
    readonly noticeIds: readonly string[];
  },
): Promise<void> {
  const { memberId, occasion, noticeIds } = input;
  const telling = { memberId, what: TOLD_AS, noticeIds, besides: occasion };
  const other = await findOccasion(ctx.db, ctx.partnership.id, telling);
  if (other !== undefined) throw new NotYet(SECONDS);
}
