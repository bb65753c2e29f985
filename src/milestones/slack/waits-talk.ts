import type { Context } from '../../context.ts';
import { speaksFor } from '../../members/authority.ts';
import { listMembers } from '../../members/list-members.ts';
import { sceneOf } from '../../slack/scene.ts';
import type { Waiting } from '../../slack/waiting.ts';
import { listMilestones } from '../list-milestones.ts';
import { waitingFor } from '../waiting-for.ts';
import { waitingMilestone } from './list-view.ts';

/** The milestones that wait for dates or a yes of one's organization, as far as one may give them. */
export async function milestonesWait(ctx: Context): Promise<readonly Waiting[]> {
  const scene = sceneOf(ctx);
  const waiting = waitingFor(scene.viewer, ctx.partnership, await listMilestones(ctx));
  if (!ctx.member || waiting.length === 0) return [];
  const maySpeak = speaksFor(ctx.member, await listMembers(ctx));
  const own = waiting.filter(({ missing }) => maySpeak || !missing.includes(scene.viewer ?? ''));
  return own.map((seen) => waitingMilestone(seen, scene));
}
