import { randomUUID } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import { type Message, toSlack } from './answer.ts';
import { slackErrorOf } from './clients.ts';

/** What the bot says in a channel without being asked just now. */
export interface Poster {
  /** Answers the `ts` of the message. */
  post(channelId: string, message: Message, threadTs?: string): Promise<string>;
  update(channelId: string, ts: string, message: Message): Promise<void>;
}

const QUIET = { unfurl_links: false, unfurl_media: false } as const;

export function createPoster(client: webApi.WebClient): Poster {
  return {
    async post(channelId, message, threadTs) {
      const { ts } = await client.chat.postMessage({
        ...toSlack(message),
        ...QUIET,
        channel: channelId,
        ...(threadTs && { thread_ts: threadTs }),
        // Any app in the workspace can read metadata: a random id to find the message by, nothing else.
        metadata: { event_type: 'common_ground_delivery', event_payload: { id: randomUUID() } },
      });
      return ts ?? '';
    },
    async update(channelId, ts, message) {
      await client.chat.update({ ...toSlack(message), channel: channelId, ts });
    },
  };
}

const NOT_SENT = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
]);

/** Slack said that the bot cannot speak in this channel any more. */
export function isChannelGone(error: unknown): boolean {
  return NOT_SENT.has(slackErrorOf(error) ?? '');
}

/** Slack refused, so nothing was posted; after a time-out or a lost connection nobody knows. */
export function isCertainlyNotSent(error: unknown): boolean {
  const { name } = error as Error;
  return slackErrorOf(error) !== undefined || name === 'WebAPIRateLimitedError';
}
