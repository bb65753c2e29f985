import type { Context } from '../context.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { listMilestones, type Seen } from './list-milestones.ts';
import { isOpen, stillToSpeak } from './milestone.ts';

/** The milestones that wait for a word of the acting member's organization. */
export async function listWaiting(ctx: Context): Promise<readonly Seen[]> {
  const own = ctx.member?.organizationId;
  if (!own) return [];
  const present = presentOrganizations(ctx.partnership).map(({ id }) => id);
  const all = await listMilestones(ctx);
  return all.filter(
    ({ milestone, missing }) =>
      isOpen(milestone) &&
      (missing.includes(own) || stillToSpeak(milestone, present).includes(own)),
  );
}
