import { randomUUID } from 'node:crypto';
import { webApi } from '@slack/bolt';
import type { Sight } from '../channels/loss.ts';
import { Refusal } from '../refusal.ts';
import { NotYet } from '../schedule/not-yet.ts';
import { type Message, toSlack } from './answer.ts';
import { isForLater, isLimited, isTokenGone, isUnreachable, slackErrorOf } from './clients.ts';
import { drawnOrInWords } from './drawn.ts';
import { findDelivery, type Sought } from './find-delivery.ts';
import { type Introduction, introduce } from './introduction.ts';
import type { Look } from './look.ts';
import type { Pacer } from './pace.ts';
import type { TokenWatch } from './token-watch.ts';

export type Place = { readonly channelId: string; readonly ts: string };

/** How to send one message, and how to find it again by the delivery id that travels with it. */
export type Delivery = {
  send(deliveryId: string): Promise<Place>;
  find(deliveryId: string, since: Date): Promise<Place | 'absent' | 'hidden'>;
  isCertainlyNotSent(error: unknown): boolean;
  readonly whenUnknown: 'silence' | 'repeat';
};

/** What the bot says in a channel without being asked just now. */
export interface Poster {
  /** Answers the `ts` of the message. */
  post(channelId: string, message: Message, threadTs?: string): Promise<string>;
  update(channelId: string, ts: string, message: Message): Promise<void>;
  /** The same, where it does not matter that somebody deleted it, or that it is too old to be changed. */
  refresh(channelId: string, ts: string, message: Message): Promise<void>;
  /** To one person's direct messages; answers where it is. */
  direct(userId: string, message: Message): Promise<Place>;
  /**
   * The same for `sayOnce` and `tellOnce`. Where nobody can look whether Slack took it, a quiet line is
   * better not said than said twice; what somebody waits for is better said twice.
   */
  saying(
    message: Message,
    how?: {
      readonly threadTs?: string | undefined;
      readonly whenUnknown?: Delivery['whenUnknown'];
    },
  ): { to(channelId: string): Delivery };
  telling(userId: string, message: Message, whenUnknown?: Delivery['whenUnknown']): Delivery;
  /**
   * To several people at once, in the group conversation of exactly these and the bot; where Slack refuses them
   * one, each may still be told directly. The bot may not read there, so that what people wait for together is
   * rather said twice.
   */
  introducing(
    userIds: readonly string[],
    message: Message,
    whenUnknown?: Delivery['whenUnknown'],
  ): Promise<Introduction>;
}

const QUIET = { unfurl_links: false, unfurl_media: false } as const;

export type PosterParts = {
  readonly client: webApi.WebClient;
  readonly now: () => Date;
  /** Without one, nobody waits for a turn: a person is waiting. */
  readonly pacer?: Pacer;
  readonly look: Look;
  /** Told what Slack shows of a channel in which it refused a post. */
  readonly seen: (channelId: string, sight: Sight) => Promise<void>;
  /** Told of a channel in which an administrator lets the bot not post. */
  readonly limited: (channelId: string) => Promise<void>;
  readonly token: Pick<TokenWatch, 'saw' | 'doubt'>;
};

export function createPoster(parts: PosterParts): Poster {
  const { client, now, pacer, token } = parts;

  /** In its turn; Slack's own request for a pause of a method becomes everybody's. */
  const calling = async <T>(
    method: string,
    scope: string | undefined,
    call: () => Promise<T>,
  ): Promise<T> => {
    await pacer?.turn(method, scope);
    try {
      const answer = await call();
      await token.saw(true);
      return answer;
    } catch (error) {
      if (isTokenGone(error)) {
        if (await token.doubt('refusal')) throw error;
        throw new Refusal('not-yours', 'Slack no longer accepts the bot’s token.');
      }
      if (pacer && error instanceof webApi.WebAPIRateLimitedError) {
        await pacer.pause(method, error.retryAfter);
        throw new NotYet(error.retryAfter);
      }
      throw error;
    }
  };

  /** One refusal ends nothing: where Slack shows the bot in the channel, it is tried once more. */
  const inChannel = async <T>(
    channelId: string,
    method: string,
    scope: string,
    call: () => Promise<T>,
  ): Promise<T> => {
    const tried = async (): Promise<T> => {
      try {
        return await calling(method, scope, call);
      } catch (error) {
        if (isLimited(error)) await parts.limited(channelId);
        throw error;
      }
    };
    try {
      return await tried();
    } catch (error) {
      if (!CHANNEL_GONE.has(slackErrorOf(error) ?? '')) throw error;
      const sight = await parts.look(channelId);
      if (sight === 'here') return tried();
      if (sight === 'unknown') throw error;
      await parts.seen(channelId, sight);
      throw new Refusal('not-found', NO_MORE[sight]);
    }
  };

  const post = async (
    channelId: string,
    message: Message,
    given: { readonly threadTs?: string | undefined; readonly deliveryId: string },
  ): Promise<Place> => {
    const { ts } = await inChannel(channelId, 'chat.postMessage', channelId, () =>
      drawnOrInWords(message, (content) =>
        client.chat.postMessage({
          ...toSlack(content),
          ...QUIET,
          channel: channelId,
          ...(given.threadTs && { thread_ts: given.threadTs }),
          ...metadataFor(given.deliveryId),
        }),
      ),
    );
    return { channelId, ts: ts ?? '' };
  };

  /** Where no channel of a partnership can be lost. */
  const sendTo = async (channel: string, message: Message, deliveryId: string): Promise<Place> => {
    const posted = await calling('chat.postMessage', channel, () =>
      drawnOrInWords(message, (content) =>
        client.chat.postMessage({
          ...toSlack(content),
          ...QUIET,
          channel,
          ...metadataFor(deliveryId),
        }),
      ),
    );
    return { channelId: posted.channel ?? channel, ts: posted.ts ?? '' };
  };

  const direct = async (userId: string, message: Message, deliveryId: string): Promise<Place> => {
    try {
      return await sendTo(userId, message, deliveryId);
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      // One refusal ends nothing here either: where Slack opens their conversation, it is tried there.
      const channelId = await directChannelOf(userId);
      if (!channelId) throw error;
      return sendTo(channelId, message, deliveryId);
    }
  };

  const update = async (channelId: string, ts: string, message: Message): Promise<void> => {
    await inChannel(channelId, 'chat.update', `update ${channelId}`, () =>
      drawnOrInWords(message, (content) =>
        client.chat.update({ ...toSlack(content), channel: channelId, ts }),
      ),
    );
  };

  /** Slack lets nobody look for messages as often as it lets them be sent. */
  const looking = (sought: Sought) =>
    calling('conversations.history', undefined, () => findDelivery(client, sought));

  /** The same people are in the same conversation, so it does no harm to open it again. */
  const conversationOf = async (userIds: readonly string[]): Promise<string | undefined> => {
    const { channel } = await calling('conversations.open', undefined, () =>
      client.conversations.open({ users: userIds.join(',') }),
    );
    return channel?.id;
  };

  const directChannelOf = async (userId: string): Promise<string | undefined> => {
    try {
      return await conversationOf([userId]);
    } catch (error) {
      if (!isForGood(error)) throw error;
      return undefined;
    }
  };

  /** Before anybody tries again, it is looked whether Slack took it. */
  const surely = async (delivery: Delivery): Promise<Place> => {
    const [deliveryId, since] = [randomUUID(), now()];
    try {
      return await delivery.send(deliveryId);
    } catch (error) {
      if (delivery.isCertainlyNotSent(error)) throw error;
      const found = await delivery.find(deliveryId, since).catch(() => 'hidden');
      if (typeof found === 'object') return found;
      throw error;
    }
  };

  const saying: Poster['saying'] = (message, { threadTs, whenUnknown = 'silence' } = {}) => ({
    to: (channelId) => ({
      send: (deliveryId) => post(channelId, message, { threadTs, deliveryId }),
      find: (deliveryId, since) => looking({ channelId, threadTs, deliveryId, since }),
      isCertainlyNotSent,
      whenUnknown,
    }),
  });

  const telling: Poster['telling'] = (userId, message, whenUnknown = 'silence') => ({
    send: (deliveryId) => direct(userId, message, deliveryId),
    async find(deliveryId, since) {
      const channelId = await directChannelOf(userId);
      return channelId ? looking({ channelId, deliveryId, since }) : 'hidden';
    },
    isCertainlyNotSent,
    whenUnknown,
  });

  const introducing: Poster['introducing'] = (userIds, message, whenUnknown = 'repeat') =>
    introduce(
      () => conversationOf(userIds),
      (channelId) => ({
        send: (deliveryId) => sendTo(channelId, message, deliveryId),
        find: (deliveryId, since) => looking({ channelId, deliveryId, since }),
        isCertainlyNotSent,
        whenUnknown,
      }),
    );

  return {
    async post(channelId, message, threadTs) {
      return (await surely(saying(message, { threadTs }).to(channelId))).ts;
    },
    direct: (userId, message) => surely(telling(userId, message)),
    update,
    async refresh(channelId, ts, message) {
      try {
        await update(channelId, ts, message);
      } catch (error) {
        if (!MESSAGE_GONE.has(slackErrorOf(error) ?? '')) throw error;
      }
    },
    saying,
    telling,
    introducing,
  };
}

const MESSAGE_GONE = new Set(['cant_update_message', 'edit_window_closed', 'message_not_found']);

/** Any app in the workspace can read metadata: a random id to find the message by, nothing else. */
export function metadataFor(id: string | undefined) {
  return id ? { metadata: { event_type: 'common_ground_delivery', event_payload: { id } } } : {};
}

/** What Slack says where the bot may not be any more; whether that is so, it is asked. */
const CHANNEL_GONE: ReadonlySet<string> = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
]);

const NO_MORE = {
  archived: 'That channel is archived, so I can’t post there. When it is opened again, I can.',
  hidden:
    'Slack doesn’t show me that channel any more. Invite me again with `/invite @common-ground`.',
  outside: 'I’m not in that channel any more. Invite me again with `/invite @common-ground`.',
} as const satisfies Partial<Record<Sight, string>>;

/** Slack refused, so nothing was posted; after a time-out or a lost connection nobody knows. */
export function isCertainlyNotSent(error: unknown): boolean {
  return (
    error instanceof Refusal ||
    error instanceof NotYet ||
    error instanceof webApi.WebAPIRateLimitedError ||
    (slackErrorOf(error) !== undefined && !isForLater(error))
  );
}

/** Slack refused, and would refuse again. */
export function isForGood(error: unknown): boolean {
  return slackErrorOf(error) !== undefined && !isForLater(error);
}
