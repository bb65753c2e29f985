import { randomUUID } from 'node:crypto';
import { webApi } from '@slack/bolt';
import { Refusal } from '../refusal.ts';
import { type Message, toSlack } from './answer.ts';
import { slackErrorOf } from './clients.ts';

/** What the bot says in a channel without being asked just now. */
export interface Poster {
  /** Answers the `ts` of the message. */
  post(channelId: string, message: Message, threadTs?: string): Promise<string>;
  update(channelId: string, ts: string, message: Message): Promise<void>;
  /** To one person's direct messages; answers where it is. */
  direct(
    userId: string,
    message: Message,
  ): Promise<{ readonly channelId: string; readonly ts: string }>;
}

const QUIET = { unfurl_links: false, unfurl_media: false } as const;

/** `gone` is told of a channel in which Slack does not let the bot speak any more. */
export function createPoster(
  client: webApi.WebClient,
  gone: (channelId: string) => Promise<void>,
): Poster {
  const speaking = async <T>(channelId: string, work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (!isChannelGone(error)) throw error;
      await gone(channelId);
      throw new Refusal(
        'not-found',
        'I can’t post in that channel any more. Invite me again with `/invite @common-ground`.',
      );
    }
  };
  return {
    async post(channelId, message, threadTs) {
      const posting = client.chat.postMessage({
        ...toSlack(message),
        ...QUIET,
        channel: channelId,
        ...(threadTs && { thread_ts: threadTs }),
        // Any app in the workspace can read metadata: a random id to find the message by, nothing else.
        metadata: { event_type: 'common_ground_delivery', event_payload: { id: randomUUID() } },
      });
      const { ts } = await speaking(channelId, posting);
      return ts ?? '';
    },
    async direct(userId, message) {
      const posted = await client.chat.postMessage({
        ...toSlack(message),
        ...QUIET,
        channel: userId,
      });
      return { channelId: posted.channel ?? userId, ts: posted.ts ?? '' };
    },
    async update(channelId, ts, message) {
      await speaking(
        channelId,
        client.chat.update({ ...toSlack(message), channel: channelId, ts }),
      );
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
function isChannelGone(error: unknown): boolean {
  return NOT_SENT.has(slackErrorOf(error) ?? '');
}

/** Slack refused, so nothing was posted; after a time-out or a lost connection nobody knows. */
export function isCertainlyNotSent(error: unknown): boolean {
  return (
    error instanceof Refusal ||
    error instanceof webApi.WebAPIRateLimitedError ||
    slackErrorOf(error) !== undefined
  );
}
