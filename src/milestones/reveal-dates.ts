import type { TransactionContext } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { listDates } from '../timelines/list-dates.ts';
import { holdMilestone } from './hold-milestone.ts';
import { isAnswered } from './milestone.ts';
import { changeMilestone } from './store.ts';

/**
 * Ends a blind collection when nobody is left to wait for: with the last answer, or when who was
 * missing has left or joins later. True when this ended it.
 */
export async function revealDates(
  ctx: TransactionContext,
  input: { readonly milestoneId: string },
): Promise<boolean> {
  const partnershipId = ctx.partnership.id;
  const { milestoneId } = input;
  const milestone = await holdMilestone(ctx, milestoneId);
  if (!milestone.isCollecting) return false;
  if (!isAnswered(milestone, await listDates(ctx, { milestoneId }))) return false;
  await changeMilestone(ctx.db, partnershipId, milestoneId, { collectingSince: null });
  await addNote(ctx, milestoneId, 'milestones.revealed');
  await ctx.jobs.add(ctx.db, 'milestones.revealed', { partnershipId, milestoneId });
  return true;
}
