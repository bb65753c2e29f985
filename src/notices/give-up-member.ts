import { type Context, transaction } from '../context.ts';
import { endNotices } from './end-notices.ts';

/** Slack lets nobody write to them: their notices end, and a coordinator is told once. */
export function giveUpMember(
  ctx: Context,
  input: { readonly memberId: string; readonly noticeIds: readonly string[] },
): Promise<void> {
  const { memberId, noticeIds } = input;
  const partnershipId = ctx.partnership.id;
  return transaction(ctx, async (tx) => {
    await endNotices(tx, { noticeIds, end: 'moot' });
    await tx.facts.tell(tx.db, 'member.left', { partnershipId, memberId, why: 'refused' });
  });
}
