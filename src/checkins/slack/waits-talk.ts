import type { Context } from '../../context.ts';
import { sceneOf } from '../../slack/scene.ts';
import type { Waiting } from '../../slack/waiting.ts';
import { getStanding } from '../get-standing.ts';
import { metButtons } from './ids.ts';
import { isAsked } from './standing-view.ts';
import { peopleWords } from './words.ts';

/** Whether one met, once it is time to say so. */
export async function checkinsWait(ctx: Context): Promise<readonly Waiting[]> {
  const { own } = await getStanding(ctx);
  if (!own || !isAsked(own, ctx.clock.now())) return [];
  const { channelId } = sceneOf(ctx);
  const text = `Did you and ${peopleWords(own.others, ctx.partnership)} find a moment?`;
  return [{ text, buttons: metButtons({ channelId, groupId: own.group.id }) }];
}
