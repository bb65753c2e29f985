import type { Context } from '../../context.ts';
import type { Answer, Message } from '../../slack/answer.ts';
import type { Click, Doors } from '../../slack/doors.ts';
import type { Talk } from '../../slack/line.ts';
import { sceneOf } from '../../slack/scene.ts';
import { listMilestones, type Seen } from '../list-milestones.ts';
import { sharePicture } from '../share-picture.ts';
import { type PictureKind, startPicture } from '../start-picture.ts';
import { MILESTONES } from './ids.ts';
import { comingMessage, KINDS, kindIn } from './picture-view.ts';
import { timelineMessage } from './timeline-view.ts';
import { trendMessage } from './trend-view.ts';
import type { Scene } from './words.ts';

type Placed = { readonly ctx: Context; readonly all: readonly Seen[]; readonly scene: Scene };

/** `/partnership timeline`: all on one line; `timeline trend` how its dates moved; `picture` draws either. */
export const timelineTalk: Talk = async (line): Promise<Answer> => {
  const ctx = await line.context();
  const placed = { ctx, all: await listMilestones(ctx), scene: sceneOf(ctx, line.asking) };
  const words = line.words.toLowerCase().split(/\s+/);
  const kind = kindIn(words.find((word) => word === 'trend'));
  if (words.includes('picture')) return drawn(placed, kind);
  return KINDS[kind].words(placed.all, placed.scene);
};

/** Where there is nothing to draw, the words say so. */
async function drawn({ ctx, all, scene }: Placed, kind: PictureKind): Promise<Message> {
  const { picture, words } = KINDS[kind];
  if (!picture(all, scene, ctx.partnership.name)) return words(all, scene);
  await startPicture(ctx, { kind });
  return comingMessage(kind, scene);
}

export function registerTimeline(doors: Doors): void {
  const placed = async ({ ctx, asking }: Click): Promise<Placed> => {
    return { ctx, all: await listMilestones(ctx), scene: sceneOf(ctx, asking) };
  };
  doors.click(MILESTONES.timeline, async (click) => {
    const { all, scene } = await placed(click);
    return { message: timelineMessage(all, scene) };
  });
  doors.click(MILESTONES.trend, async (click) => {
    const { all, scene } = await placed(click);
    return { message: trendMessage(all, scene) };
  });
  doors.click(MILESTONES.picture, async (click) => {
    const [kind = ''] = click.value.split(' ');
    return { message: await drawn(await placed(click), kindIn(kind)) };
  });
  doors.click(MILESTONES.sharePicture, async ({ ctx, channelId, value }) => {
    const [kind = ''] = value.split(' ');
    await sharePicture(ctx, { kind: kindIn(kind), channelId });
    return { message: { text: `It comes to <#${channelId}> in a moment.` } };
  });
}
