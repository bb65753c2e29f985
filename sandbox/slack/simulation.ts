import type { World, WorldTeam, WorldUser } from '../world.ts';
import type { Courier } from './courier.ts';
import type { EventDelivery } from './event-delivery.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { Manifest } from './manifest.ts';
import type { Channel, SlackState, StoredMessage } from './state.ts';
import type { Tickets } from './tickets.ts';

/** What every part of the simulated Slack is handed. */
export type Simulation = {
  readonly world: World;
  readonly manifest: Manifest;
  readonly scopes: readonly string[];
  readonly state: SlackState;
  readonly courier: Courier;
  readonly events: EventDelivery;
  readonly tickets: Tickets;
  readonly faults: FaultPlan;
  /** Where this Slack listens, without a trailing slash. */
  readonly url: string;
  /** The clock of the world: message times and the life of a response_url follow it. */
  readonly now: () => Date;
  /** The clock on the wall: triggers and limits follow it, as the bot works in real time. */
  readonly realNow: () => number;
  readonly newTs: () => string;
  readonly newId: (prefix: string) => string;
  readonly changed: () => void;
};

export function userOf(sim: Simulation, userId: string): WorldUser | undefined {
  const user = sim.world.users.find(({ id }) => id === userId);
  const { timeZone, isDeactivated } = sim.state.people.get(userId) ?? {};
  return (
    user && { ...user, ...(timeZone && { timeZone }), ...(isDeactivated && { isDeactivated }) }
  );
}

export function teamOf(sim: Simulation, teamId: string): WorldTeam {
  const team = sim.world.teams.find(({ id }) => id === teamId);
  if (!team) throw new Error(`The world has no team ${teamId}`);
  return team;
}

export function installTeam(sim: Simulation): WorldTeam {
  return teamOf(sim, sim.world.app.installedOn);
}

export function isOutsider(sim: Simulation, user: WorldUser): boolean {
  return user.teamId !== sim.world.app.installedOn;
}

/** How others see a team: its Enterprise organization where it has one. */
export function outwardId(team: WorldTeam): string {
  return team.enterprise?.id ?? team.id;
}

export function isExternal(channel: Channel): boolean {
  return channel.teamIds.length > 1;
}

export function hasBot(sim: Simulation, channel: Channel): boolean {
  return channel.members.has(sim.world.app.botUserId);
}

/** The time of the world in whole seconds, as Slack's objects carry it. */
export function secondsNow(sim: Simulation): number {
  return Math.floor(sim.now().getTime() / 1000);
}

export function messagesIn(sim: Simulation, channelId: string): StoredMessage[] {
  const known = sim.state.messages.get(channelId);
  if (known) return known;
  const fresh: StoredMessage[] = [];
  sim.state.messages.set(channelId, fresh);
  return fresh;
}

export function findMessage(
  sim: Simulation,
  channelId: string,
  ts: string,
): StoredMessage | undefined {
  return sim.state.messages.get(channelId)?.find((message) => message.ts === ts);
}

export function notify(sim: Simulation, userId: string, notice: string): string {
  const notices = sim.state.notices.get(userId) ?? [];
  sim.state.notices.set(userId, [...notices, notice]);
  sim.changed();
  return notice;
}

/** The conversation between one person and the bot; opened when first needed. */
export function directChannel(sim: Simulation, user: WorldUser): Channel {
  return findDirect(sim, user) ?? createDirect(sim, user);
}

export function findDirect(sim: Simulation, user: WorldUser): Channel | undefined {
  const { botUserId } = sim.world.app;
  return [...sim.state.channels.values()].find(
    ({ kind, members }) => kind === 'im' && members.has(user.id) && members.has(botUserId),
  );
}

export function createDirect(sim: Simulation, user: WorldUser): Channel {
  const { botUserId, installedOn } = sim.world.app;
  const channel: Channel = {
    id: `D0${user.id.slice(1)}`,
    name: 'directmessage',
    kind: 'im',
    isPrivate: true,
    isArchived: false,
    teamIds: [...new Set([installedOn, user.teamId])],
    hostTeamId: installedOn,
    pendingTeamIds: [],
    members: new Set([user.id, botUserId]),
    createdAt: secondsNow(sim),
    previousNames: [],
    bookmarks: [],
    pins: [],
  };
  sim.state.channels.set(channel.id, channel);
  return channel;
}

/** Strangers share no channel with the bot: it may not write to them. */
export function isStranger(sim: Simulation, user: WorldUser): boolean {
  if (!isOutsider(sim, user)) return false;
  return ![...sim.state.channels.values()].some(
    (channel) => channel.kind === 'channel' && channel.members.has(user.id) && hasBot(sim, channel),
  );
}
