import type { Context } from '../context.ts';
import { listMeetings } from '../meetings/list-meetings.ts';
import { earliestFor } from './assess-milestone.ts';
import { isOpen } from './milestone.ts';
import { listMilestones } from './store.ts';

export type Outlook = { readonly title: string; readonly earliestOn: string | undefined };

/** For each that is open and has steps: the earliest day that they and the known meetings allow. */
export async function listOutlook(ctx: Context): Promise<readonly Outlook[]> {
  const { partnership } = ctx;
  const [milestones, meetings] = await Promise.all([
    listMilestones(ctx.db, partnership.id),
    listMeetings(ctx, {}),
  ]);
  const around = { partnership, meetings, now: ctx.clock.now() };
  return milestones.filter(isOpen).flatMap((milestone) => {
    const earliest = earliestFor(milestone, around);
    return earliest ? [{ title: milestone.title, earliestOn: earliest.earliestOn }] : [];
  });
}
