import { endProposal } from '../agreements/end-proposal.ts';
import { openProposal } from '../agreements/open-proposal.ts';
import { type Context, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { milestoneAgreeable } from './agreeable.ts';
import { getMilestone } from './get-milestone.ts';
import type { Seen } from './list-milestones.ts';
import { expectedOn } from './milestone.ts';
import { ownedMilestone } from './owned-milestone.ts';
import { changeMilestone } from './store.ts';

export type Dropped = { readonly seen: Seen; readonly outcome: 'dropped' | 'proposed' };

/** Gives a milestone up. One that everybody agreed to is given up with everybody's yes. */
export async function dropMilestone(
  ctx: Context,
  input: { readonly milestoneId: string },
): Promise<Dropped> {
  const { milestoneId } = input;
  const partnershipId = ctx.partnership.id;
  const outcome = await transaction(ctx, async (tx) => {
    const milestone = await ownedMilestone(tx, milestoneId);
    const now = tx.clock.now();
    await tx.jobs.add(tx.db, 'milestones.changed', { partnershipId, milestoneId });
    if (!milestone.baselineOn) {
      await changeMilestone(tx.db, partnershipId, milestoneId, { droppedAt: now }, now);
      await endProposal(tx, { subjectId: milestoneId });
      await addNote(tx, milestoneId, 'milestones.dropped');
      return 'dropped' as const;
    }
    const on = expectedOn(milestone) ?? milestone.baselineOn;
    await openProposal(tx, milestoneAgreeable, {
      subjectId: milestoneId,
      content: { title: milestone.title, on, dropped: true },
      floorWorkingDays: tx.partnership.milestoneFloorWorkingDays,
    });
    return 'proposed' as const;
  });
  return { seen: await getMilestone(ctx, { milestoneId }), outcome };
}
