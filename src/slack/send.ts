import type { webApi } from '@slack/bolt';
import { type Message, toSlack } from './answer.ts';
import { slackErrorOf } from './clients.ts';
import { drawnOrInWords } from './drawn.ts';

export type Recipient = {
  readonly userId: string;
  readonly channelId: string;
  readonly isDirect: boolean;
  /** The thread they wrote in. */
  readonly threadTs?: string | undefined;
  /** What they wrote, to answer under when nothing else arrives. */
  readonly messageTs?: string | undefined;
  /** Rather nothing at all than an answer that everybody sees. */
  readonly neverInPublic?: boolean;
};

const QUIET = { unfurl_links: false, unfurl_media: false } as const;

const SECRET = {
  text: 'That is for your eyes alone, and Slack lets me write to you privately neither here nor in a direct message. Write to me there, and I answer.',
  blocks: [],
};

/**
 * An answer for one person: only they see it, if Slack allows. Ephemeral messages to members of
 * another organization are not documented, so what is refused goes to their direct messages, and from
 * there to a thread under what they wrote.
 */
export async function sendPrivately(
  client: webApi.WebClient,
  to: Recipient,
  message: Message,
): Promise<void> {
  const contentOf = (given: Message) => ({ ...toSlack(given), ...QUIET });
  const thread = to.threadTs ? { thread_ts: to.threadTs } : {};
  const ways: readonly ((given: Message) => Promise<unknown>)[] = [
    ...(to.isDirect
      ? [
          (given: Message) =>
            client.chat.postMessage({ ...contentOf(given), ...thread, channel: to.channelId }),
        ]
      : [
          (given: Message) =>
            client.chat.postEphemeral({
              ...contentOf(given),
              ...thread,
              channel: to.channelId,
              user: to.userId,
            }),
          (given: Message) => client.chat.postMessage({ ...contentOf(given), channel: to.userId }),
        ]),
    ...(to.neverInPublic
      ? []
      : [
          (given: Message) => {
            const under = to.threadTs ?? to.messageTs;
            return client.chat.postMessage({
              ...contentOf(given.isSecret ? SECRET : given),
              channel: to.channelId,
              ...(under && { thread_ts: under }),
            });
          },
        ]),
  ];
  let refused: unknown;
  for (const send of ways) {
    try {
      await drawnOrInWords(message, send);
      return;
    } catch (error) {
      if (slackErrorOf(error) === undefined) throw error;
      refused = error;
    }
  }
  throw refused;
}
