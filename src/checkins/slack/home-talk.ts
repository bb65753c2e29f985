import type { KnownBlock } from '@slack/types';
import type { Context } from '../../context.ts';
import { actions, header, section } from '../../slack/blocks.ts';
import { sceneOf } from '../../slack/scene.ts';
import { getStanding } from '../get-standing.ts';
import { metButtons } from './ids.ts';
import { isAsked, ownWords, stateButtons, stateWords } from './standing-view.ts';

/** What the App Home shows of check-ins: how it stands for the one who reads it. */
export async function checkinsHome(ctx: Context): Promise<readonly KnownBlock[]> {
  if (!ctx.member || ctx.member.observer) return [];
  const seen = await getStanding(ctx);
  const { partnership, clock } = ctx;
  const { channelId, timeZone = 'UTC' } = sceneOf(ctx);
  const scene = { partnership, channelId, timeZone, now: clock.now() };
  const { own } = seen;
  const asked =
    own && isAsked(own, clock.now()) ? metButtons({ channelId, groupId: own.group.id }) : [];
  return [
    header('Check-ins'),
    section(stateWords(seen)),
    ...(own ? [section(ownWords(own, scene))] : []),
    actions([...asked, ...stateButtons(seen, channelId)]),
  ];
}
