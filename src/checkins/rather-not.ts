import { actingMember, type Context, transaction } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { Refusal } from '../refusal.ts';
import { deleteRatherNot, putRatherNot } from './store.ts';

const WHO = 'who';

/**
 * The acting member would rather not be introduced to somebody, or does not mind any more. Nobody hears of
 * it, and no reason is asked for. Answers who it is.
 */
export async function ratherNot(
  ctx: Context,
  input: { readonly slackUserId: string; readonly isOver: boolean },
): Promise<Member> {
  const member = actingMember(ctx);
  const { id } = ctx.partnership;
  const { slackUserId, isOver } = input;
  if (slackUserId === member.slackUserId) {
    throw new Refusal('invalid', 'That is you, and I never introduce you to yourself.', WHO);
  }
  const other = (await listMembers(ctx)).find((one) => one.slackUserId === slackUserId);
  if (!other) {
    const sentence =
      'I don’t know that person here: they have taken no part yet, so I can’t introduce you to them either. Choose somebody of the partner organizations.';
    throw new Refusal('not-found', sentence, WHO);
  }
  if (other.organizationId === member.organizationId) {
    const sentence =
      'They work for the same organization as you, and I only introduce people of different ones.';
    throw new Refusal('invalid', sentence, WHO);
  }
  await transaction(ctx, async (tx) => {
    const given = { memberId: member.id, otherId: other.id };
    if (isOver) await deleteRatherNot(tx.db, id, given);
    else await putRatherNot(tx.db, id, given);
  });
  return other;
}
