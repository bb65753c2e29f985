import { type Context, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { todayOf } from './assess-milestone.ts';
import type { MoveReason } from './forecast.ts';
import { getMilestone } from './get-milestone.ts';
import { lineFor } from './line-for.ts';
import type { Seen } from './list-milestones.ts';
import { lookAgain } from './look-again.ts';
import { expectedOn, type Milestone } from './milestone.ts';
import { ownedMilestone } from './owned-milestone.ts';
import { insertForecast } from './plan-store.ts';
import { refuseFarDate } from './refuse-far-date.ts';
import { changeMilestone } from './store.ts';

export type Reported = { readonly seen: Seen; readonly before: string; readonly on: string };

/** The date that can move; refuses where nobody has agreed to any. */
export function refuseUnlessMovable(milestone: Milestone): string {
  const before = expectedOn(milestone);
  if (milestone.baselineOn && before) return before;
  throw new Refusal(
    'too-late',
    `Nobody has agreed to a date for “${milestone.title}” yet, so there is none to move. Put one forward: ${lineFor('propose', milestone.title, 'DATE')}.`,
  );
}

/** Says when it is expected now; without a date, that the last one still holds. */
export async function reportForecast(
  ctx: Context,
  input: {
    readonly milestoneId: string;
    readonly on?: string | undefined;
    readonly reason?: MoveReason | undefined;
    /** The owner's estimate of the working days that are left, where they say it. */
    readonly remainingWorkingDays?: number | undefined;
  },
): Promise<Reported> {
  refuseFarDate(ctx, input.on);
  const { milestoneId } = input;
  const partnershipId = ctx.partnership.id;
  const reported = await transaction(ctx, async (tx) => {
    const milestone = await ownedMilestone(tx, milestoneId);
    const before = refuseUnlessMovable(milestone);
    const now = tx.clock.now();
    const today = todayOf(milestone, tx.partnership, now);
    const on = input.on ?? before;
    if (on < today) {
      throw new Refusal(
        'invalid',
        `${input.on ? 'That day' : 'The date'} has passed. Is “${milestone.title}” done, or which later day do you expect?`,
        'target',
      );
    }
    await insertForecast(tx.db, partnershipId, {
      milestoneId,
      reportedOn: today,
      forecastOn: on,
      reason: on === before ? undefined : input.reason,
      memberId: tx.member?.id,
      at: now,
    });
    await changeMilestone(
      tx.db,
      partnershipId,
      milestoneId,
      input.remainingWorkingDays === undefined
        ? {}
        : { remainingWorkingDays: input.remainingWorkingDays },
      now,
    );
    await addNote(tx, milestoneId, 'milestones.reported', { on, before });
    await tx.jobs.add(tx.db, 'milestones.changed', { partnershipId, milestoneId });
    await lookAgain(tx);
    return { before, on };
  });
  return { seen: await getMilestone(ctx, { milestoneId }), ...reported };
}
