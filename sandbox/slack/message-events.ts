import type { WorldUser } from '../world.ts';
import { announce, outerTeamOf } from './envelope.ts';
import { messageShape } from './message-shape.ts';
import type { Simulation } from './simulation.ts';
import { hasBot, installTeam, isExternal, isOutsider, outwardId, teamOf } from './simulation.ts';
import type { Channel, Json, StoredMessage } from './state.ts';
import { profileShape } from './user-shape.ts';

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

/** Files are only named, not described, where another organization is in the channel. */
export function inEvents(channel: Channel): { readonly files: 'whole' | 'named' } {
  return { files: isExternal(channel) ? 'named' : 'whole' };
}

/** Published samples of shared files name the sender's team only across organizations. */
function sharedShape(channel: Channel, message: StoredMessage, shape: Json): Json {
  if (message.fileIds.length === 0) return shape;
  const { team, ...rest } = shape;
  return { ...rest, ...(isExternal(channel) && { team }), subtype: 'file_share' };
}

export async function announceMessage(
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
      ...sharedShape(channel, message, messageShape(sim, message, inEvents(channel))),
      channel: channel.id,
      channel_type: channelType(channel),
    },
    ...(user && outerTeamOf(sim, user)),
  });
}

/** Unlike `message`, a mention names the installing team outside and the sender's inside. */
export async function announceMention(
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
      ...messageShape(sim, message, inEvents(channel)),
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
    ...(isChange
      ? { message: messageShape(sim, after, inEvents(channel)) }
      : { deleted_ts: after.ts }),
    previous_message: before,
    channel: channel.id,
    channel_type: channelType(channel),
    hidden: true,
    ts: sim.newTs(),
  };
  const subscription = messageSubscription(channel);
  void sim.courier.busyWhile(announce(sim, { subscription, channel, event }));
}

/** One event for each file; it does not say where the person is from. */
export async function announceFiles(
  sim: Simulation,
  channel: Channel,
  message: StoredMessage,
): Promise<void> {
  if (!hasBot(sim, channel)) return;
  const events = message.fileIds.map((id) => ({
    type: 'file_shared',
    channel_id: channel.id,
    file_id: id,
    user_id: message.user,
    file: { id },
    event_ts: message.ts,
  }));
  await Promise.all(
    events.map((event) => announce(sim, { subscription: 'file_shared', channel, event })),
  );
}
