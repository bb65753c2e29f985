import type { Context } from '../../context.ts';
import type { Asking } from '../../slack/asking.ts';
import { readerScene } from './reader-scene.ts';
import type { Scene } from './words.ts';

/** What a view needs to know of whoever asks, and where. */
export function sceneOf(ctx: Context, asking: Asking): Scene {
  const { channelIds } = ctx.partnership;
  const here = asking.isDirect ? undefined : asking.channelId;
  const channelId = here && channelIds.includes(here) ? here : (channelIds[0] ?? '');
  return readerScene(ctx, channelId);
}
