import type { KnownBlock } from '@slack/types';
import { hashOf } from '../../charts/hash-of.ts';
import type { Context } from '../../context.ts';
import { findPicture } from '../find-picture.ts';
import { listMilestones } from '../list-milestones.ts';
import { startHomePicture } from '../start-home-picture.ts';
import { ganttPicture } from './gantt-view.ts';
import { homeScene, timelineBlocks } from './home-view.ts';

/** What the App Home shows of dates: the timeline. */
export async function milestonesHome(ctx: Context): Promise<readonly KnownBlock[]> {
  const { all, scene, chart } = await seenAtHome(ctx);
  const fileId = chart && (await findPicture(ctx, { hash: hashOf(chart) }));
  return timelineBlocks(all, scene, fileId ? { chart, fileId } : undefined);
}

/** Words are shown at once; the picture that they lack is drawn afterwards, and shown with the next ones. */
export async function milestonesHomeOpened(ctx: Context): Promise<void> {
  const { chart } = await seenAtHome(ctx);
  if (chart) await startHomePicture(ctx, { hash: hashOf(chart) });
}

async function seenAtHome(ctx: Context) {
  const all = await listMilestones(ctx);
  const scene = homeScene(ctx.partnership, ctx.member?.organizationId, ctx.clock.now());
  return { all, scene, chart: ganttPicture(all, scene, ctx.partnership.name) };
}
