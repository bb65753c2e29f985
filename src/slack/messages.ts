import type { webApi } from '@slack/bolt';
import { slackErrorOf } from './clients.ts';

/** Messages that the bot was not sent, and looks at because somebody asked about them. */
export type Messages = {
  /** Undefined where Slack does not show it to the bot, or it is gone. */
  find(channelId: string, ts: string): Promise<FoundMessage | undefined>;
};

export type FoundMessage = {
  /** As Slack writes it, with tokens and entities. */
  readonly raw: string;
  /** The thread that it is a reply in. */
  readonly threadTs: string | undefined;
};

const HIDDEN: ReadonlySet<string> = new Set([
  'access_denied',
  'channel_not_found',
  'message_not_found',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_in_channel',
  'thread_not_found',
]);

export function createMessages(client: webApi.WebClient): Messages {
  return {
    async find(channelId, ts) {
      try {
        // For a reply Slack may give the first message of its thread too.
        const { messages = [] } = await client.conversations.replies({
          channel: channelId,
          ts,
          oldest: ts,
          latest: ts,
          inclusive: true,
        });
        const message = messages.find((one) => one.ts === ts);
        if (!message) return undefined;
        const isReply = message.thread_ts !== ts;
        return { raw: message.text ?? '', threadTs: isReply ? message.thread_ts : undefined };
      } catch (error) {
        if (HIDDEN.has(slackErrorOf(error) ?? '')) return undefined;
        throw error;
      }
    },
  };
}
