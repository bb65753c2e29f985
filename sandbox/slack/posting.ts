import type { WorldUser } from '../world.ts';
import { announce, outerTeamOf } from './envelope.ts';
import { messageShape } from './message-shape.ts';
import { pingsOf } from './mrkdwn.ts';
import type { Simulation } from './simulation.ts';
import { hasBot, installTeam, isOutsider, messagesIn, outwardId, teamOf } from './simulation.ts';
import type { Channel, Json, StoredMessage } from './state.ts';
import { profileShape } from './user-shape.ts';

/** Slack cuts what is longer. */
export const TEXT_LIMIT = 40_000;

export type Draft = {
  readonly text: string;
  readonly blocks?: Json[] | undefined;
  readonly attachments?: Json[] | undefined;
  readonly threadTs?: string | undefined;
  readonly metadata?: Json | undefined;
  readonly viewerId?: string | undefined;
  readonly linksNames?: boolean;
};

/** Puts the bot's message into a conversation; the app hears of it where it listens. */
export function postAsBot(sim: Simulation, channel: Channel, draft: Draft): StoredMessage {
  const { app } = sim.world;
  const message = store(sim, channel, draft, {
    user: app.botUserId,
    team: app.installedOn,
    botId: app.botId,
  });
  if (!message.viewerId) void sim.courier.busyWhile(announceMessage(sim, channel, message));
  return message;
}

/** A person's message, with all the events it causes. Resolves when they were answered. */
export async function postAsPerson(
  sim: Simulation,
  channel: Channel,
  user: WorldUser,
  draft: Draft,
): Promise<StoredMessage> {
  const message = store(sim, channel, draft, {
    user: user.id,
    team: user.teamId,
    clientMsgId: crypto.randomUUID(),
  });
  const isMention = message.text.includes(`<@${sim.world.app.botUserId}>`);
  await Promise.all([
    announceMessage(sim, channel, message),
    isMention && channel.kind === 'channel' && hasBot(sim, channel)
      ? announceMention(sim, channel, user, message)
      : undefined,
  ]);
  return message;
}

function store(
  sim: Simulation,
  channel: Channel,
  draft: Draft,
  author: { user: string; team: string; botId?: string; clientMsgId?: string },
): StoredMessage {
  const text = draft.text.slice(0, TEXT_LIMIT);
  const message: StoredMessage = {
    ts: sim.newTs(),
    channelId: channel.id,
    ...author,
    text,
    blocks: draft.blocks,
    attachments: draft.attachments,
    ...(draft.threadTs && { threadTs: rootOf(sim, channel, draft.threadTs) }),
    ...(draft.metadata && { metadata: draft.metadata }),
    ...(draft.viewerId && { viewerId: draft.viewerId }),
    reactions: [],
    pings: pingsOf(text, [draft.blocks, draft.attachments], draft.linksNames),
  };
  messagesIn(sim, channel.id).push(message);
  sim.changed();
  return message;
}

/** A reply to a reply belongs to the thread of its parent. */
function rootOf(sim: Simulation, channel: Channel, ts: string): string {
  return messagesIn(sim, channel.id).find((message) => message.ts === ts)?.threadTs ?? ts;
}

const subscriptions = { channel: 'message.channels', im: 'message.im', mpim: 'message.mpim' };
const channelTypes = { channel: 'channel', im: 'im', mpim: 'mpim' };

function messageSubscription(channel: Channel): string {
  if (channel.kind === 'channel' && channel.isPrivate) return 'message.groups';
  return subscriptions[channel.kind];
}

function channelType(channel: Channel): string {
  if (channel.kind === 'channel' && channel.isPrivate) return 'group';
  return channelTypes[channel.kind];
}

async function announceMessage(
  sim: Simulation,
  channel: Channel,
  message: StoredMessage,
): Promise<void> {
  if (!hasBot(sim, channel)) return;
  const user = sim.world.users.find(({ id }) => id === message.user);
  await announce(sim, {
    subscription: messageSubscription(channel),
    channel,
    event: {
      ...messageShape(sim, message),
      channel: channel.id,
      channel_type: channelType(channel),
    },
    ...(user && outerTeamOf(sim, user)),
  });
}

/** Unlike `message`, a mention names the installing team outside and the sender's inside. */
async function announceMention(
  sim: Simulation,
  channel: Channel,
  user: WorldUser,
  message: StoredMessage,
): Promise<void> {
  const install = installTeam(sim);
  const senderTeam = outwardId(teamOf(sim, user.teamId));
  await announce(sim, {
    subscription: 'app_mention',
    channel,
    event: {
      ...messageShape(sim, message),
      type: 'app_mention',
      team: install.id,
      ...(isOutsider(sim, user) && {
        user_team: senderTeam,
        source_team: senderTeam,
        user_profile: { ...profileShape(user), name: user.handle, team: senderTeam },
      }),
      channel: channel.id,
    },
  });
}

/** The bot changed or withdrew a message: Slack says so to those who listen, the bot included. */
export function announceChange(
  sim: Simulation,
  channel: Channel,
  subtype: 'message_changed' | 'message_deleted',
  after: StoredMessage,
  before: Json,
): void {
  const isChange = subtype === 'message_changed';
  const event = {
    type: 'message',
    subtype,
    ...(isChange ? { message: messageShape(sim, after) } : { deleted_ts: after.ts }),
    previous_message: before,
    channel: channel.id,
    channel_type: channelType(channel),
    hidden: true,
    ts: sim.newTs(),
  };
  const subscription = messageSubscription(channel);
  void sim.courier.busyWhile(announce(sim, { subscription, channel, event }));
}
