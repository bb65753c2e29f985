import type { Context } from '../../context.ts';
import { localDate } from '../../partnerships/calendar.ts';
import { organizationById } from '../../partnerships/partnership.ts';
import { listMilestones } from '../list-milestones.ts';
import { digestLines, type Line, type News } from './digest-view.ts';
import type { Scene } from './words.ts';

/** What milestones have to say to a coordinator: a constant number of queries, however many there are. */
export const milestonesDigest = {
  name: 'milestones',
  async lines(
    ctx: Context,
    { since, until, now }: News & { readonly now: Date },
  ): Promise<readonly Line[]> {
    const scene = sceneFor(ctx, now);
    const all = await listMilestones(ctx);
    return all.flatMap((seen) => digestLines(seen, scene, { since, until }));
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
