import { endProposal } from '../agreements/end-proposal.ts';
import { type Context, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { todayOf } from './assess-milestone.ts';
import { getMilestone } from './get-milestone.ts';
import type { Seen } from './list-milestones.ts';
import { ownedMilestone } from './owned-milestone.ts';
import { changeMilestone } from './store.ts';

/** It is reached: today, or on an earlier day. Said in the channel, once. */
export async function completeMilestone(
  ctx: Context,
  input: { readonly milestoneId: string; readonly on?: string | undefined },
): Promise<Seen> {
  const { milestoneId } = input;
  const partnershipId = ctx.partnership.id;
  await transaction(ctx, async (tx) => {
    const milestone = await ownedMilestone(tx, milestoneId);
    const now = tx.clock.now();
    const today = todayOf(milestone, tx.partnership, now);
    const doneOn = input.on ?? today;
    if (doneOn > today) {
      throw new Refusal(
        'invalid',
        'That day is still to come. On which day was it done?',
        'target',
      );
    }
    await changeMilestone(tx.db, partnershipId, milestoneId, { doneOn }, now);
    await endProposal(tx, { subjectId: milestoneId });
    await addNote(tx, milestoneId, 'milestones.done', { on: doneOn });
    // One that was reopened is celebrated anew.
    const version = String(milestone.sequence + 1);
    await tx.jobs.add(tx.db, 'milestones.done', { partnershipId, milestoneId, version });
  });
  return getMilestone(ctx, { milestoneId });
}
