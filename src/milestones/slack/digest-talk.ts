import type { Context } from '../../context.ts';
import { speaksFor } from '../../members/authority.ts';
import { listMembers } from '../../members/list-members.ts';
import { localDate } from '../../partnerships/calendar.ts';
import { organizationById } from '../../partnerships/partnership.ts';
import { listMilestones } from '../list-milestones.ts';
import { digestLines, type Line } from './digest-view.ts';
import type { Scene } from './words.ts';

type Week = { readonly since: Date; readonly until: Date; readonly now: Date };

/** What milestones have to say to a coordinator: a constant number of queries, however many there are. */
export const milestonesDigest = {
  name: 'milestones',
  async lines(ctx: Context, { since, until, now }: Week): Promise<readonly Line[]> {
    const [all, members] = await Promise.all([listMilestones(ctx), listMembers(ctx)]);
    const scene = sceneFor(ctx, now);
    const givesDates = ctx.member !== undefined && speaksFor(ctx.member, members);
    return all.flatMap((seen) => digestLines(seen, scene, { since, until, givesDates }));
  },
};

function sceneFor(ctx: Context, now: Date): Scene {
  const { partnership, member } = ctx;
  const viewer = member?.organizationId;
  const zone = member?.timeZone ?? organizationById(partnership, viewer ?? '')?.timeZone ?? 'UTC';
  return {
    organizations: partnership.organizations,
    channelId: partnership.channelIds[0] ?? '',
    viewer,
    userId: member?.slackUserId,
    today: localDate(now, zone),
  };
}
