import { actingMember, type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { dayWords } from '../time/day-words.ts';
import { addDays } from '../time/days.ts';
import { standingOf } from './checkin.ts';
import { leaveGroup } from './leave-group.ts';
import { findCheckin, putCheckin } from './store.ts';
import { todayOf } from './today-of.ts';

const MOST_DAYS = 366;

/** The acting member rests until the end of an ISO date, and takes part again by itself. */
export function pause(ctx: Context, input: { readonly until: string }): Promise<void> {
  const member = actingMember(ctx);
  const { until: pausedUntil } = input;
  const { id } = ctx.partnership;
  const today = todayOf(ctx, member);
  if (pausedUntil < today) {
    throw new Refusal('invalid', `${dayWords(pausedUntil)} has passed. Until which day?`, 'until');
  }
  if (pausedUntil > addDays(today, MOST_DAYS)) {
    const sentence = 'A pause is a year at most. To stop, write `/partnership checkins leave`.';
    throw new Refusal('invalid', sentence, 'until');
  }
  return transaction(ctx, async (tx) => {
    const before = standingOf(await findCheckin(tx.db, id, member.id), today);
    if (before.state === 'out') {
      const sentence =
        'You don’t take part in check-ins, so there is nothing to pause. `/partnership checkins join` begins.';
      throw new Refusal('already-done', sentence);
    }
    const paused = { memberId: member.id, state: 'paused', pausedUntil } as const;
    await putCheckin(tx.db, id, paused, tx.clock.now());
    await leaveGroup(tx, { memberId: member.id });
  });
}
