import { randomUUID } from 'node:crypto';
import { webApi } from '@slack/bolt';
import { Refusal } from '../refusal.ts';
import { NotYet } from '../schedule/not-yet.ts';
import { type Message, toSlack } from './answer.ts';
import { isForLater, slackErrorOf } from './clients.ts';
import { drawnOrInWords } from './drawn.ts';
import { findDelivery, type Sought } from './find-delivery.ts';
import type { Pacer } from './pace.ts';

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
}

const QUIET = { unfurl_links: false, unfurl_media: false } as const;

export type PosterParts = {
  readonly client: webApi.WebClient;
  readonly now: () => Date;
  /** Without one, nobody waits for a turn: a person is waiting. */
  readonly pacer?: Pacer;
  /** Told of a channel in which Slack does not let the bot speak any more, and why. */
  readonly gone: (channelId: string, why: 'archived' | 'refused' | 'removed') => Promise<void>;
  /** Told whether Slack takes the bot's token. */
  readonly token?: (isTaken: boolean) => Promise<void>;
};

export function createPoster({ client, now, pacer, gone, token }: PosterParts): Poster {
  /** In its turn; Slack's own request for a pause of a method becomes everybody's. */
  const calling = async <T>(
    method: string,
    scope: string | undefined,
    call: () => Promise<T>,
  ): Promise<T> => {
    await pacer?.turn(method, scope);
    try {
      const answer = await call();
      await token?.(true);
      return answer;
    } catch (error) {
      if (isTokenGone(error)) {
        await token?.(false);
        throw new Refusal('not-yours', 'Slack no longer accepts the bot’s token.');
      }
      if (pacer && error instanceof webApi.WebAPIRateLimitedError) {
        await pacer.pause(method, error.retryAfter);
        throw new NotYet(error.retryAfter);
      }
      throw error;
    }
  };

  const inChannel = async <T>(
    channelId: string,
    method: string,
    scope: string,
    call: () => Promise<T>,
  ): Promise<T> => {
    try {
      return await calling(method, scope, call);
    } catch (error) {
      const why = CHANNEL_GONE.get(slackErrorOf(error) ?? '');
      if (!why) throw error;
      await gone(channelId, why);
      throw new Refusal(
        'not-found',
        'I can’t post in that channel any more. Invite me again with `/invite @common-ground`.',
      );
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

  const direct = async (userId: string, message: Message, deliveryId: string): Promise<Place> => {
    const posted = await calling('chat.postMessage', userId, () =>
      drawnOrInWords(message, (content) =>
        client.chat.postMessage({
          ...toSlack(content),
          ...QUIET,
          channel: userId,
          ...metadataFor(deliveryId),
        }),
      ),
    );
    return { channelId: posted.channel ?? userId, ts: posted.ts ?? '' };
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

  const directChannelOf = async (userId: string): Promise<string | undefined> => {
    try {
      const { channel } = await calling('conversations.open', undefined, () =>
        client.conversations.open({ users: userId }),
      );
      return channel?.id;
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
  };
}

const MESSAGE_GONE = new Set(['cant_update_message', 'edit_window_closed', 'message_not_found']);

/** Any app in the workspace can read metadata: a random id to find the message by, nothing else. */
export function metadataFor(id: string | undefined) {
  return id ? { metadata: { event_type: 'common_ground_delivery', event_payload: { id } } } : {};
}

/** What Slack says where the bot cannot speak any more. */
const CHANNEL_GONE = new Map([
  ['channel_not_found', 'removed'],
  ['is_archived', 'archived'],
  ['not_in_channel', 'removed'],
  ['restricted_action', 'refused'],
] as const satisfies readonly (readonly [
  string,
  'archived' | 'refused' | 'removed',
])[]) as ReadonlyMap<string, 'archived' | 'refused' | 'removed'>;

const TOKEN_GONE = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

function isTokenGone(error: unknown): boolean {
  return TOKEN_GONE.has(slackErrorOf(error) ?? '');
}

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
