import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { PrismaClient } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Logger } from '../log.ts';
import type { Clock } from '../schedule/clock.ts';
import type { JobHandler, Jobs } from '../schedule/queue.ts';
import { askingOf } from './asking.ts';
import type { SlackUser } from './directory.ts';
import { findWaitingEvent, forgetEventsBefore, insertEvent, markEventHandled } from './store.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'slack.event': true;
  }
}

/** Bolt acknowledges an event before any listener runs, so a crash in between would lose it. */
export type Inbox = {
  /** Makes the receiver answer for an event only after it is stored; the queue then hands it to Bolt. */
  guard(receiver: Receiver): void;
  /** What the queue calls, by the name `slack.event`. */
  readonly handle: JobHandler;
  /** Forgets the ids of events so old that Slack sends none of them again. */
  forget(): Promise<void>;
  /** How many requests are being worked on. */
  running(): number;
  /** Resolves when everything that was acknowledged is done. */
  drained(): Promise<void>;
};

export type InboxParts = {
  readonly db: PrismaClient;
  readonly clock: Clock;
  /** The queue is opened after the inbox that serves it. */
  readonly jobs: () => Jobs;
  readonly log: Logger;
  /** Whether the bot may look at what people write in a channel. */
  readonly isRead: (channelId: string) => Promise<boolean>;
  /** Told of each channel that anything comes from. Never rejects. */
  readonly heard: (channelId: string | undefined) => Promise<void>;
  /** Whether what changed about a person matters to anybody. */
  readonly isNews: (user: SlackUser) => Promise<boolean>;
};

type SlackEvent = {
  readonly type?: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly channel?: string;
  readonly channel_type?: string;
  readonly item?: { readonly channel?: string };
  readonly user?: unknown;
};

/** Joins, edits and the like are not. */
const WRITTEN = new Set(['file_share', 'thread_broadcast']);

/** Slack repeats an event for a day at most. */
const KEPT_MS = 7 * 24 * 3_600_000;

export function createInbox(parts: InboxParts): Inbox {
  const { db, clock, jobs, log, isRead, isNews } = parts;
  let app: Pick<App, 'processEvent'> | undefined;
  const running = new Set<Promise<void>>();

  const store = async (event: ReceiverEvent): Promise<void> => {
    const { event_id: eventId } = event.body;
    await inTransaction(db, async (tx) => {
      const isNew = await insertEvent(tx, eventId, event.body, clock.now());
      if (isNew) await jobs().add(tx, 'slack.event', { eventId });
    });
    await event.ack();
  };

  /** What people write in channels and how they react is not even stored where nobody allowed it. */
  const isHeeded = async (event: SlackEvent = {}): Promise<boolean> => {
    // Every status that somebody sets comes as such an event.
    if (event.type === 'user_change') return isNews(event.user as SlackUser);
    if (event.type === 'reaction_added') return isRead(event.item?.channel ?? '');
    if (event.type !== 'message') return true;
    const isWritten = event.subtype === undefined || WRITTEN.has(event.subtype);
    // Slack tells the bot of its own words too.
    if (!isWritten || event.bot_id) return false;
    return event.channel_type === 'im' || isRead(event.channel ?? '');
  };

  const receive = async (event: ReceiverEvent): Promise<void> => {
    await parts.heard(askingOf(event.body).channelId);
    if (event.body.type === 'app_rate_limited') {
      log.warn({ team: event.body.team_id }, 'Slack withholds events of this team for a minute');
      return event.ack();
    }
    if (event.body.type === 'event_callback' && typeof event.body.event_id === 'string') {
      return (await isHeeded(event.body.event)) ? store(event) : event.ack();
    }
    return app?.processEvent(event);
  };

  const tracked = (work: Promise<void>): Promise<void> => {
    running.add(work);
    return work.finally(() => running.delete(work));
  };

  return {
    guard(receiver) {
      const init = receiver.init.bind(receiver);
      receiver.init = (given) => {
        app = given;
        init({ processEvent: (event: ReceiverEvent) => tracked(receive(event)) } as App);
      };
    },
    async handle({ eventId = '' }) {
      const body = await findWaitingEvent(db, eventId);
      if (!body) return;
      if (!app) throw new Error('an event was taken up before anybody could hear it');
      await app.processEvent({ body, ack: async () => {} });
      await markEventHandled(db, eventId, clock.now());
    },
    forget: () => forgetEventsBefore(db, new Date(clock.now().getTime() - KEPT_MS)),
    running: () => running.size,
    async drained() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
