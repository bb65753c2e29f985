import { type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { todayOf } from './assess-milestone.ts';
import type { MoveReason } from './forecast.ts';
import { getMilestone } from './get-milestone.ts';
import type { Seen } from './list-milestones.ts';
import { ownedMilestone } from './owned-milestone.ts';
import { insertForecast } from './plan-store.ts';

/** Says afterwards what moved a date, as long as it is still the newest. */
export async function explainMove(
  ctx: Context,
  input: { readonly milestoneId: string; readonly on: string; readonly reason: MoveReason },
): Promise<Seen> {
  const { milestoneId, on, reason } = input;
  await transaction(ctx, async (tx) => {
    const milestone = await ownedMilestone(tx, milestoneId);
    if (milestone.forecasts.at(-1)?.forecastOn !== on) {
      throw new Refusal(
        'too-late',
        'The date has moved again since, so that is not the reason any more.',
      );
    }
    // What was said stays as it was said: the reason comes with the same date once more.
    const now = tx.clock.now();
    await insertForecast(tx.db, tx.partnership.id, {
      milestoneId,
      reportedOn: todayOf(milestone, tx.partnership, now),
      forecastOn: on,
      reason,
      memberId: tx.member?.id,
      at: now,
    });
  });
  return getMilestone(ctx, { milestoneId });
}
