import type { webApi } from '@slack/bolt';
import { type Message, toSlack } from './answer.ts';
import { context } from './blocks.ts';
import type { Trace } from './deeds.ts';
import { drawnOrInWords } from './drawn.ts';
import { findDelivery } from './find-delivery.ts';
import { cutMarkup, LIMITS } from './limits.ts';
import { isCertainlyNotSent, metadataFor, type Place } from './post.ts';

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

const PERHAPS =
  'You may have read this already: Slack broke off before it said whether it had shown it to you.';

/**
 * An answer for one person: only they see it, if Slack allows. Ephemeral messages to members of
 * another organization are not documented, so what is refused goes to their direct messages, and from
 * there to a thread under what they wrote. Where nobody knows whether Slack took it, it is looked for
 * by its delivery id; what nobody can look for goes the next way and says so.
 */
export async function sendPrivately(
  client: webApi.WebClient,
  to: Recipient,
  message: Message,
  trace?: Trace,
): Promise<void> {
  const ways = waysTo(client, to, trace?.deliveryId);
  if (trace?.isDoubted) {
    for (const way of ways) if (await isThere(way, trace)) return;
  }
  let isUnsure = trace?.isDoubted === true && !to.isDirect;
  let failure: unknown;
  for (const way of ways) {
    try {
      await drawnOrInWords(isUnsure ? perhapsAgain(message) : message, way.send);
      return;
    } catch (error) {
      failure = error;
      if (isCertainlyNotSent(error)) continue;
      const found = await isThere(way, trace);
      if (found) return;
      if (found === undefined) isUnsure = true;
    }
  }
  throw failure;

  /** Undefined where nobody can look. */
  async function isThere({ find }: Way, sought: Trace | undefined): Promise<boolean | undefined> {
    if (!find || !sought) return undefined;
    // Whatever keeps it from looking, the answer goes the next way.
    const found = await find(sought.since).catch(() => 'hidden' as const);
    return found === 'hidden' ? undefined : found !== 'absent';
  }
}

type Way = {
  send(message: Message): Promise<unknown>;
  find?(since: Date): Promise<Place | 'absent' | 'hidden'>;
};

function waysTo(
  client: webApi.WebClient,
  to: Recipient,
  deliveryId: string | undefined,
): readonly Way[] {
  const contentOf = (given: Message) => ({ ...toSlack(given), ...QUIET });
  const thread = to.threadTs ? { thread_ts: to.threadTs } : {};
  const posting = (given: Message, where: { channel: string; thread_ts?: string }) =>
    client.chat.postMessage({ ...contentOf(given), ...where, ...metadataFor(deliveryId) });
  const finding = deliveryId && {
    find: (since: Date, channelId: string, threadTs?: string) =>
      findDelivery(client, { channelId, threadTs, deliveryId, since }),
  };
  const here: Way = {
    send: (given) => posting(given, { ...thread, channel: to.channelId }),
    ...(finding && { find: (since) => finding.find(since, to.channelId, to.threadTs) }),
  };
  const alone: Way = {
    send: (given) =>
      client.chat.postEphemeral({
        ...contentOf(given),
        ...thread,
        channel: to.channelId,
        user: to.userId,
      }),
  };
  const direct: Way = {
    send: (given) => posting(given, { channel: to.userId }),
    ...(finding && {
      async find(since) {
        const { channel } = await client.conversations.open({ users: to.userId });
        return channel?.id ? finding.find(since, channel.id) : 'hidden';
      },
    }),
  };
  const under = to.threadTs ?? to.messageTs;
  const inThread: Way = {
    send: (given) =>
      posting(given.isSecret ? SECRET : given, {
        channel: to.channelId,
        ...(under && { thread_ts: under }),
      }),
    ...(finding && { find: (since) => finding.find(since, to.channelId, under) }),
  };
  return [...(to.isDirect ? [here] : [alone, direct]), ...(to.neverInPublic ? [] : [inThread])];
}

function perhapsAgain(message: Message): Message {
  const { blocks } = message;
  return {
    ...message,
    text: cutMarkup(`${PERHAPS}\n${message.text}`, LIMITS.text),
    ...(blocks?.length && {
      blocks: [context(PERHAPS), ...blocks].slice(0, LIMITS.messageBlocks),
    }),
  };
}
