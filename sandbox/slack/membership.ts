import type { WorldUser } from '../world.ts';
import { announce } from './envelope.ts';
import type { Simulation } from './simulation.ts';
import { hasBot, isOutsider, teamOf } from './simulation.ts';
import type { Channel } from './state.ts';

/** A person joins: the bot hears of it where it is itself. */
export async function addPerson(sim: Simulation, channel: Channel, user: WorldUser): Promise<void> {
  if (channel.members.has(user.id)) return;
  channel.members.add(user.id);
  sim.changed();
  if (hasBot(sim, channel)) await member(sim, 'member_joined_channel', channel, user.id);
}

export async function removePerson(
  sim: Simulation,
  channel: Channel,
  user: WorldUser,
): Promise<void> {
  if (!channel.members.delete(user.id)) return;
  sim.changed();
  if (hasBot(sim, channel)) await member(sim, 'member_left_channel', channel, user.id);
}

export async function addBot(sim: Simulation, channel: Channel, inviterId: string): Promise<void> {
  const { botUserId } = sim.world.app;
  if (channel.members.has(botUserId)) return;
  channel.members.add(botUserId);
  sim.changed();
  await member(sim, 'member_joined_channel', channel, botUserId, inviterId);
}

export async function removeBot(sim: Simulation, channel: Channel): Promise<void> {
  const { botUserId } = sim.world.app;
  if (!channel.members.delete(botUserId)) return;
  sim.changed();
  await member(sim, 'member_left_channel', channel, botUserId);
}

/** `event.team` is where the member comes from; the outer team follows it for outsiders. */
async function member(
  sim: Simulation,
  type: 'member_joined_channel' | 'member_left_channel',
  channel: Channel,
  userId: string,
  inviter?: string,
): Promise<void> {
  const user = sim.world.users.find(({ id }) => id === userId);
  const team = teamOf(sim, user?.teamId ?? sim.world.app.installedOn);
  await announce(sim, {
    subscription: type,
    channel,
    event: {
      type,
      user: userId,
      channel: channel.id,
      channel_type: channel.isPrivate ? 'G' : 'C',
      team: team.id,
      ...(team.enterprise && { enterprise: team.enterprise.id }),
      ...(inviter && { inviter }),
    },
    ...(user && isOutsider(sim, user) && { outerTeam: team }),
  });
}
