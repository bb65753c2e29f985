import type { webApi } from '@slack/bolt';
import type { Sight } from '../channels/loss.ts';
import { slackErrorOf } from './clients.ts';

/** Asks Slack whether the bot is in a channel. Never rejects: what Slack does not say is unknown. */
export type Look = (channelId: string) => Promise<Sight>;

export function createLook(client: webApi.WebClient): Look {
  return async (channelId) => {
    try {
      const { channel } = await client.conversations.info({ channel: channelId });
      if (channel?.is_archived) return 'archived';
      if (channel?.is_im) return 'here';
      if (channel?.is_member === undefined) return 'unknown';
      return channel.is_member ? 'here' : 'outside';
    } catch (error) {
      return slackErrorOf(error) === 'channel_not_found' ? 'hidden' : 'unknown';
    }
  };
}
