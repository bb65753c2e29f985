import type { Context } from '../../context.ts';
import { speaksFor } from '../../members/authority.ts';
import { listMembers } from '../../members/list-members.ts';
import { sceneOf } from '../../slack/scene.ts';
import { listMilestones } from '../list-milestones.ts';
import { digestLines, type Line, type News } from './digest-view.ts';

/** What milestones have to say to a coordinator: a constant number of queries, however many there are. */
export const milestonesDigest = {
  name: 'milestones',
  async lines(ctx: Context, week: Omit<News, 'givesDates'>): Promise<readonly Line[]> {
    const [all, members] = await Promise.all([listMilestones(ctx), listMembers(ctx)]);
    const scene = sceneOf(ctx);
    const givesDates = ctx.member !== undefined && speaksFor(ctx.member, members);
    return all.flatMap((seen) => digestLines(seen, scene, { ...week, givesDates }));
  },
};
