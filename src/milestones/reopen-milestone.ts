import { type Context, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { todayOf } from './assess-milestone.ts';
import { getMilestone } from './get-milestone.ts';
import { holdMilestone } from './hold-milestone.ts';
import type { Seen } from './list-milestones.ts';
import { lookAgain } from './look-again.ts';
import { isOpen, isReopenable } from './milestone.ts';
import { refuseOthers } from './refuse-others.ts';
import { changeMilestone } from './store.ts';

export type Reopened = { readonly seen: Seen; readonly was: 'done' | 'dropped' };

/** It is not done after all, or was given up by mistake before anybody agreed to it: it goes on as before. */
export async function reopenMilestone(
  ctx: Context,
  input: { readonly milestoneId: string },
): Promise<Reopened> {
  const { milestoneId } = input;
  const partnershipId = ctx.partnership.id;
  const was = await transaction(ctx, async (tx) => {
    const milestone = await holdMilestone(tx, milestoneId);
    const { title, isDropped } = milestone;
    if (isOpen(milestone)) {
      throw new Refusal('already-done', `“${title}” is under way already. Nothing has changed.`);
    }
    await refuseOthers(tx, milestone);
    const now = tx.clock.now();
    if (!isReopenable(milestone, todayOf(milestone, tx.partnership, now))) {
      throw new Refusal('too-late', tooLate(title, isDropped));
    }
    await changeMilestone(
      tx.db,
      partnershipId,
      milestoneId,
      { doneOn: null, droppedAt: null },
      now,
    );
    await addNote(tx, milestoneId, 'milestones.reopened');
    await tx.jobs.add(tx.db, 'milestones.reopened', { partnershipId, milestoneId });
    await lookAgain(tx);
    return isDropped ? 'dropped' : 'done';
  });
  return { seen: await getMilestone(ctx, { milestoneId }), was };
}

function tooLate(title: string, isDropped: boolean): string {
  const why = isDropped
    ? `You all agreed to give up “${title}”, so one alone can’t bring it back.`
    : `More than a week ago you said that “${title}” is done, and others may have built on it.`;
  return `${why} Add what is to be reached now under another name: \`/partnership milestones add TITLE = DATE\`.`;
}
