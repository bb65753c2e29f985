import { actingMember, type Context } from '../context.ts';
import { getPartnership } from '../partnerships/get-partnership.ts';
import type { Member } from './member.ts';
import { listMembers } from './store.ts';

/**
 * The member who acts, and everybody who takes part, as they are by now. Who may say something is decided
 * on these: a role may have been taken away, or an organization have left, since the member was recognized.
 */
export async function membersNow(
  ctx: Context,
): Promise<{ readonly member: Member; readonly members: readonly Member[] }> {
  const { id } = actingMember(ctx);
  const partnership = await getPartnership(ctx);
  const members = await listMembers(ctx.db, partnership.id);
  const member = members.find((one) => one.id === id);
  return { member: actingMember({ ...ctx, partnership, member }), members };
}
