import { type Context, transaction } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import { workplaceOfMember } from '../members/workplace.ts';
import { addNotice } from '../notices/add-notice.ts';
import { localDate, mondayOfWeek, startOfDay } from '../time/calendar.ts';
import { addDays } from '../time/days.ts';
import { memberIdsOf } from './held-round.ts';
import { changeGroup, findRoundOfGroup } from './round-store.ts';

const DAYS_UNTIL_ASKED = 8;
const DAYS_TO_ANSWER = 7;

/**
 * The people of a group know of each other: one reminder on the Monday after it, and one question on the
 * eighth day. Both are moot when they no longer hold.
 */
export function noteIntroduced(
  ctx: Context,
  input: { readonly groupId: string; readonly channelId: string | undefined },
): Promise<void> {
  const { groupId, channelId } = input;
  const { partnership } = ctx;
  const now = ctx.clock.now();
  return transaction(ctx, async (tx) => {
    const round = await findRoundOfGroup(tx.db, partnership.id, groupId);
    const group = round?.groups.find(({ id }) => id === groupId);
    if (!round || !group || group.introducedAt) return;
    const introduced = { introducedAt: now, channelId: channelId ?? null };
    await changeGroup(tx.db, partnership.id, groupId, introduced);
    const everybody = await listMembers(tx);
    for (const memberId of memberIdsOf(round, groupId)) {
      const member = everybody.find(({ id }) => id === memberId);
      if (!member) continue;
      const { timeZone } = workplaceOfMember(partnership, member);
      const today = localDate(now, timeZone);
      const monday = addDays(mondayOfWeek(today), 7);
      const asked = addDays(today, DAYS_UNTIL_ASKED);
      const notice = { memberId, about: groupId, occasion: round.opensOn };
      await addNotice(tx, {
        ...notice,
        kind: 'checkins.plan',
        notBefore: startOfDay(monday, timeZone),
        staleAt: startOfDay(asked, timeZone),
      });
      await addNotice(tx, {
        ...notice,
        kind: 'checkins.met',
        notBefore: startOfDay(asked, timeZone),
        staleAt: startOfDay(addDays(asked, DAYS_TO_ANSWER), timeZone),
      });
    }
  });
}
