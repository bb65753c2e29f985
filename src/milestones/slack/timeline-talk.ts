import type { Context } from '../../context.ts';
import type { Answer } from '../../slack/answer.ts';
import type { Click, Doors } from '../../slack/doors.ts';
import type { Talk } from '../../slack/line.ts';
import { listMilestones } from '../list-milestones.ts';
import { MILESTONES } from './ids.ts';
import { sceneOf } from './talk.ts';
import { timelineMessage } from './timeline-view.ts';
import { trendMessage } from './trend-view.ts';

/** `/partnership timeline`: everything on one line; `timeline trend` how its dates moved. */
export const timelineTalk: Talk = async (line): Promise<Answer> => {
  const ctx = await line.context();
  const scene = sceneOf(ctx, line.asking);
  const show = line.words.trim().toLowerCase() === 'trend' ? trendMessage : timelineMessage;
  return show(await listMilestones(ctx), scene);
};

export function registerTimeline(doors: Doors): void {
  const placed = async (click: Click) => {
    const ctx: Context = await click.context({ channelId: click.value });
    return { all: await listMilestones(ctx), scene: sceneOf(ctx, click.asking) };
  };
  doors.click(MILESTONES.timeline, async (click) => {
    const { all, scene } = await placed(click);
    return { message: timelineMessage(all, scene) };
  });
  doors.click(MILESTONES.trend, async (click) => {
    const { all, scene } = await placed(click);
    return { message: trendMessage(all, scene) };
  });
}
