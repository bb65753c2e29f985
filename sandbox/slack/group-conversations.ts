import type { WorldUser } from '../world.ts';
import type { Simulation } from './simulation.ts';
import { isOutsider, secondsNow } from './simulation.ts';
import type { Channel } from './state.ts';
import { botUserShape } from './user-shape.ts';

/** The conversation of exactly these people and the bot. */
export function findGroup(sim: Simulation, users: readonly WorldUser[]): Channel | undefined {
  const wanted = membersOf(sim, users);
  return [...sim.state.channels.values()].find(
    ({ kind, members }) =>
      kind === 'mpim' && members.size === wanted.size && [...members].every((id) => wanted.has(id)),
  );
}

/** Outsiders may only be brought together with others where they all are in one channel already. */
export function areTogether(sim: Simulation, users: readonly WorldUser[]): boolean {
  if (!users.some((user) => isOutsider(sim, user))) return true;
  return [...sim.state.channels.values()].some(
    ({ kind, members }) => kind === 'channel' && users.every(({ id }) => members.has(id)),
  );
}

export function createGroup(sim: Simulation, users: readonly WorldUser[]): Channel {
  const { installedOn } = sim.world.app;
  const handles = [...users.map(({ handle }) => handle), botUserShape(sim).name];
  const channel: Channel = {
    id: sim.newId('C'),
    name: `mpdm-${handles.join('--')}-1`,
    kind: 'mpim',
    isPrivate: true,
    isArchived: false,
    teamIds: [...new Set([installedOn, ...users.map(({ teamId }) => teamId)])],
    hostTeamId: installedOn,
    pendingTeamIds: [],
    members: membersOf(sim, users),
    createdAt: secondsNow(sim),
    previousNames: [],
    bookmarks: [],
    pins: [],
  };
  sim.state.channels.set(channel.id, channel);
  sim.changed();
  return channel;
}

function membersOf(sim: Simulation, users: readonly WorldUser[]): Set<string> {
  return new Set([...users.map(({ id }) => id), sim.world.app.botUserId]);
}
