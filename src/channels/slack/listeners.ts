import type { App } from '@slack/bolt';
import type { PrismaClient } from '../../database/client.ts';
import type { Clock } from '../../schedule/clock.ts';
import type { Message } from '../../slack/answer.ts';
import { type Asking, askingOf } from '../../slack/asking.ts';
import type { SlackUser } from '../../slack/directory.ts';
import type { Doors } from '../../slack/doors.ts';
import type { Look } from '../../slack/look.ts';
import { isCertainlyNotSent, type Poster } from '../../slack/post.ts';
import type { ChannelChange } from '../follow-channel.ts';
import { greetChannel } from '../greet-channel.ts';
import type { Told } from '../loss.ts';
import { CHANNELS } from './ids.ts';
import { greetingMessage } from './views.ts';

export type ChannelParts = {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly poster: Poster;
  readonly look: Look;
  readonly follow: (change: ChannelChange) => Promise<void>;
  /** Undefined while Slack could not be asked. */
  readonly botUserId: () => string | undefined;
  /** An event says that Slack does not take the bot’s token any more. */
  readonly tokenDoubted: () => Promise<void>;
  /** Whether a channel is of a partnership. */
  readonly isKnown: (channelId: string) => Promise<boolean>;
  /** Founds the partnership of a shared channel, or finds the organizations that came or left. */
  readonly reconcile: (channelId: string, asking: Asking) => Promise<boolean>;
  /** Somebody left the channel. */
  readonly memberLeft: (channelId: string, asking: Asking) => Promise<void>;
  /** Somebody came or left: what is remembered of who is in it counts no more. */
  readonly moved: (channelId: string) => void;
  /** Who left while the bot was not there to hear of it. */
  readonly lookForAbsent: (channelId: string) => Promise<void>;
  /** Slack says something new of a person. */
  readonly personChanged: (user: SlackUser) => Promise<void>;
  readonly help: () => Message;
};

export function registerChannels(slack: App, doors: Doors, parts: ChannelParts): void {
  const { db, clock, poster, follow } = parts;

  /** No event is believed against what Slack shows by now: they come late, and in any order. */
  const revisit = async (channelId: string, told?: Told): Promise<void> => {
    if (!(await parts.isKnown(channelId))) return;
    const sight = await parts.look(channelId);
    await follow({ kind: 'seen', channelId, sight, told });
  };

  slack.event('member_joined_channel', async ({ event, context, body }) => {
    parts.moved(event.channel);
    if (event.user !== context.botUserId) return;
    await revisit(event.channel, 'joined');
    await parts.lookForAbsent(event.channel);
    const isPartnership = await parts.reconcile(event.channel, askingOf(body));
    if (!isPartnership) return;
    await greetChannel(db, clock.now(), {
      channelId: event.channel,
      greeting: {
        send: async () => void (await poster.post(event.channel, greetingMessage())),
        isCertainlyNotSent,
      },
    });
  });

  slack.event('member_left_channel', async ({ event, context, body }) => {
    parts.moved(event.channel);
    if (event.user === context.botUserId) await revisit(event.channel, 'removed');
    else await parts.memberLeft(event.channel, askingOf(body));
  });

  const lost = {
    archived: ['channel_archive', 'group_archive'],
    deleted: ['channel_deleted', 'group_deleted'],
  } as const;
  for (const told of ['archived', 'deleted'] as const) {
    for (const name of lost[told]) {
      slack.event(name, async ({ event }) => revisit(event.channel, told));
    }
  }
  for (const name of ['channel_unarchive', 'group_unarchive'] as const) {
    slack.event(name, async ({ event }) => revisit(event.channel));
  }
  slack.event('channel_id_changed', async ({ event }) =>
    follow({ kind: 'renamed', from: event.old_channel_id, to: event.new_channel_id }),
  );
  slack.event('channel_shared', async ({ event, body }) => {
    parts.moved(event.channel);
    await parts.reconcile(event.channel, askingOf(body));
  });
  slack.event('channel_unshared', async ({ event, body }) => {
    parts.moved(event.channel);
    if (!(await parts.isKnown(event.channel))) return;
    await parts.reconcile(event.channel, askingOf(body));
    await parts.lookForAbsent(event.channel);
    // To who is not its host, the channel goes on under another id.
    await revisit(event.channel);
  });
  slack.event('app_uninstalled', parts.tokenDoubted);
  slack.event('tokens_revoked', async ({ event }) => {
    const own = parts.botUserId();
    if (!own || event.tokens?.bot?.includes(own)) await parts.tokenDoubted();
  });

  slack.event('user_change', async ({ event }) => parts.personChanged(event.user));

  doors.clickOfAnybody(CHANNELS.start, async () => ({ message: parts.help() }));
}
