import type { WorldUser } from '../world.ts';
import { refuse } from './api-refusal.ts';
import type { Simulation } from './simulation.ts';
import { directChannel, hasBot, isStranger, userOf } from './simulation.ts';
import type { Channel } from './state.ts';

/** A conversation as the bot may know of it: private ones only from the inside. */
export function knownChannel(sim: Simulation, id: string): Channel {
  const channel = sim.state.channels.get(id);
  if (!channel?.teamIds.includes(sim.world.app.installedOn)) return refuse('channel_not_found');
  if ((channel.isPrivate || channel.kind !== 'channel') && !hasBot(sim, channel)) {
    return refuse('channel_not_found');
  }
  return channel;
}

/** Where a message is to go: a conversation, or a person whose messages tab is then opened. */
export function postingChannel(sim: Simulation, id: string): Channel {
  const user = userOf(sim, id);
  const channel = user ? personalChannel(sim, user) : knownChannel(sim, byName(sim, id));
  if (channel.isArchived) refuse('is_archived');
  if (!hasBot(sim, channel) && !sim.scopes.includes('chat:write.public')) refuse('not_in_channel');
  const home = sim.manifest.features?.app_home;
  if (channel.kind === 'im' && home?.messages_tab_enabled === false)
    refuse('messages_tab_disabled');
  return channel;
}

export function personalChannel(sim: Simulation, user: WorldUser): Channel {
  if (user.isDeactivated || isStranger(sim, user)) refuse('channel_not_found');
  return directChannel(sim, user);
}

function byName(sim: Simulation, id: string): string {
  const name = id.replace(/^#/, '');
  const named = [...sim.state.channels.values()].find(
    (channel) => channel.kind === 'channel' && channel.name === name,
  );
  return named?.id ?? id;
}
