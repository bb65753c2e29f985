import { announce } from './envelope.ts';
import type { Simulation } from './simulation.ts';
import { hasBot, messagesIn, outwardId, teamOf } from './simulation.ts';
import type { Channel } from './state.ts';

/** Private channels have their own event names. */
function named(channel: Channel, what: string): string {
  return `${channel.isPrivate ? 'group' : 'channel'}_${what}`;
}

async function tell(
  sim: Simulation,
  channel: Channel,
  type: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  sim.changed();
  if (!hasBot(sim, channel)) return;
  await announce(sim, { subscription: type, channel, event: { type, ...fields } });
}

export async function archiveChannel(sim: Simulation, channel: Channel): Promise<void> {
  channel.isArchived = true;
  const user = [...channel.members][0];
  await tell(sim, channel, named(channel, 'archive'), { channel: channel.id, user, is_moved: 0 });
}

export async function unarchiveChannel(sim: Simulation, channel: Channel): Promise<void> {
  channel.isArchived = false;
  const user = [...channel.members][0];
  const actor = channel.isPrivate ? { actor_id: user } : { user };
  await tell(sim, channel, named(channel, 'unarchive'), { channel: channel.id, ...actor });
}

export async function renameChannel(
  sim: Simulation,
  channel: Channel,
  name: string,
): Promise<void> {
  channel.previousNames.unshift(channel.name);
  channel.name = name;
  await tell(sim, channel, named(channel, 'rename'), {
    channel: {
      id: channel.id,
      name,
      name_normalized: name,
      created: channel.createdAt,
      is_channel: !channel.isPrivate,
      is_mpim: false,
    },
  });
}

export async function deleteChannel(sim: Simulation, channel: Channel): Promise<void> {
  sim.state.channels.delete(channel.id);
  if (channel.canvas) channel.canvas.isDeleted = true;
  const extra = channel.isPrivate ? { actor_id: [...channel.members][0] } : {};
  await tell(sim, channel, named(channel, 'deleted'), { channel: channel.id, ...extra });
}

/** Another organization accepted the invitation to the channel. */
export async function shareChannel(
  sim: Simulation,
  channel: Channel,
  teamId: string,
): Promise<void> {
  if (!channel.teamIds.includes(teamId)) channel.teamIds.push(teamId);
  channel.pendingTeamIds = channel.pendingTeamIds.filter((id) => id !== teamId);
  await tell(sim, channel, 'channel_shared', {
    channel: channel.id,
    connected_team_id: outwardId(teamOf(sim, teamId)),
  });
}

/** The connection to one organization ends: its people are no longer here. */
export async function unshareChannel(
  sim: Simulation,
  channel: Channel,
  teamId: string,
): Promise<void> {
  channel.teamIds = channel.teamIds.filter((id) => id !== teamId);
  for (const user of sim.world.users) {
    if (user.teamId === teamId) channel.members.delete(user.id);
  }
  await tell(sim, channel, 'channel_unshared', {
    channel: channel.id,
    previously_connected_team_id: outwardId(teamOf(sim, teamId)),
    is_ext_shared: channel.teamIds.length > 1,
  });
}

/** Sharing a legacy private channel gives it a new id; the old one is gone for good. */
export async function changeChannelId(
  sim: Simulation,
  channel: Channel,
  newId: string,
): Promise<void> {
  const oldId = channel.id;
  const moved = messagesIn(sim, oldId).map((message) => ({ ...message, channelId: newId }));
  sim.state.channels.delete(oldId);
  sim.state.messages.delete(oldId);
  channel.id = newId;
  sim.state.channels.set(newId, channel);
  sim.state.messages.set(newId, moved);
  await tell(sim, channel, 'channel_id_changed', {
    old_channel_id: oldId,
    new_channel_id: newId,
  });
}
