import type { App } from '@slack/bolt';
import type { PrismaClient } from '../../database/client.ts';
import type { Clock } from '../../schedule/clock.ts';
import type { Jobs } from '../../schedule/queue.ts';
import type { Message } from '../../slack/answer.ts';
import { type Asking, askingOf } from '../../slack/asking.ts';
import type { SlackUser } from '../../slack/directory.ts';
import type { Doors } from '../../slack/doors.ts';
import { isCertainlyNotSent, type Poster } from '../../slack/post.ts';
import { type ChannelChange, followChannel } from '../follow-channel.ts';
import { greetChannel } from '../greet-channel.ts';
import { CHANNELS } from './ids.ts';
import { greetingMessage } from './views.ts';

export type ChannelParts = {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly poster: Poster;
  /** Founds the partnership of a shared channel, or finds the organizations that came or left. */
  readonly reconcile: (channelId: string, asking: Asking) => Promise<boolean>;
  /** Somebody left the channel. */
  readonly memberLeft: (channelId: string, asking: Asking) => Promise<void>;
  /** Somebody came or left: what is remembered of who is in it counts no more. */
  readonly moved: (channelId: string) => void;
  /** Slack says something new of a person. */
  readonly personChanged: (user: SlackUser) => Promise<void>;
  readonly help: () => Message;
};

export function registerChannels(slack: App, doors: Doors, parts: ChannelParts): void {
  const { db, clock, jobs, poster } = parts;
  const follow = (change: ChannelChange) => followChannel({ db, jobs, now: clock.now() }, change);

  slack.event('member_joined_channel', async ({ event, context, body }) => {
    parts.moved(event.channel);
    if (event.user !== context.botUserId) return;
    await follow({ kind: 'back', channelId: event.channel });
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
    const isBot = event.user === context.botUserId;
    if (isBot) await follow({ kind: 'gone', channelId: event.channel, why: 'removed' });
    else await parts.memberLeft(event.channel, askingOf(body));
  });

  const lost = {
    archived: ['channel_archive', 'group_archive'],
    deleted: ['channel_deleted', 'group_deleted'],
  } as const;
  for (const why of ['archived', 'deleted'] as const) {
    for (const name of lost[why]) {
      slack.event(name, async ({ event }) =>
        follow({ kind: 'gone', channelId: event.channel, why }),
      );
    }
  }
  for (const name of ['channel_unarchive', 'group_unarchive'] as const) {
    slack.event(name, async ({ event }) => follow({ kind: 'back', channelId: event.channel }));
  }
  slack.event('channel_id_changed', async ({ event }) =>
    follow({ kind: 'renamed', from: event.old_channel_id, to: event.new_channel_id }),
  );
  for (const name of ['channel_shared', 'channel_unshared'] as const) {
    slack.event(name, async ({ event, body }) => {
      parts.moved(event.channel);
      await parts.reconcile(event.channel, askingOf(body));
    });
  }
  for (const name of ['app_uninstalled', 'tokens_revoked'] as const) {
    slack.event(name, async ({ context }) => {
      if (context.teamId) await follow({ kind: 'uninstalled', teamId: context.teamId });
    });
  }

  slack.event('user_change', async ({ event }) => parts.personChanged(event.user));

  doors.clickOfAnybody(CHANNELS.start, async () => ({ message: parts.help() }));
}
