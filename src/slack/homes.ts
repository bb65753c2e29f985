import type { webApi } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { Message } from './answer.ts';
import type { Identity } from './identity.ts';
import { type Door, doorOf, wordedFor } from './wording.ts';

export type Home = { readonly type: 'home'; readonly blocks: KnownBlock[] };

/** The App Home of people who have not just opened it. */
export interface Homes {
  publish(
    member: { readonly slackUserId: string; readonly slackTeamId: string },
    home: Home,
  ): Promise<void>;
}

export function createHomes(client: webApi.WebClient, identity: Identity): Homes {
  return {
    async publish({ slackUserId, slackTeamId }, home) {
      const { teamId, enterpriseId } = await identity.authorize();
      const door = doorOf({
        kind: 'event',
        installation: { teamId, enterpriseId },
        userId: slackUserId,
        teamIds: [slackTeamId],
        channelId: undefined,
        isDirect: false,
        threadTs: undefined,
        triggerId: undefined,
      });
      await client.views.publish({ user_id: slackUserId, view: wordedHome(door, home) });
    },
  };
}

/** People whose organization has no commands are told how to write to the bot in the channel. */
export function wordedHome(door: Door, home: Home): Home {
  const { blocks = [] } = wordedFor<Message>(door, { text: '', blocks: home.blocks });
  return { ...home, blocks: [...blocks] };
}
