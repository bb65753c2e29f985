import type { Args } from './api-refusal.ts';
import { neededArg, refuse, textArg } from './api-refusal.ts';
import { knownChannel } from './channel-lookup.ts';
import { conversationShape } from './conversation-shape.ts';
import { announce } from './envelope.ts';
import { pageOf } from './pages.ts';
import type { Simulation } from './simulation.ts';
import { findMessage, hasBot, installTeam, userOf } from './simulation.ts';
import type { Channel, Json } from './state.ts';
import { botUserShape, userShape } from './user-shape.ts';

export function authTest(sim: Simulation): Json {
  const { app } = sim.world;
  const team = installTeam(sim);
  return {
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: app.name.toLowerCase().replaceAll(' ', ''),
    team_id: team.id,
    user_id: app.botUserId,
    bot_id: app.botId,
    ...(team.enterprise && { enterprise_id: team.enterprise.id }),
    is_enterprise_install: false,
  };
}

export function usersInfo(sim: Simulation, args: Args): Json {
  const id = neededArg(args, 'user');
  if (id === sim.world.app.botUserId) return { user: botUserShape(sim) };
  const user = userOf(sim, id) ?? refuse('user_not_found');
  return { user: userShape(sim, user, sim.scopes.includes('users:read.email')) };
}

/** How long somebody snoozes is visible to themselves only. */
export function dndInfo(sim: Simulation, args: Args): Json {
  const user = userOf(sim, neededArg(args, 'user')) ?? refuse('user_not_found');
  const { doNotDisturb } = sim.state.people.get(user.id) ?? {};
  const seconds = (at: Date | undefined) => Math.floor((at?.getTime() ?? 1_000) / 1_000);
  return {
    dnd_enabled: doNotDisturb !== undefined,
    next_dnd_start_ts: seconds(doNotDisturb?.from),
    next_dnd_end_ts: seconds(doNotDisturb?.until),
  };
}

export function usersConversations(sim: Simulation, args: Args): Json {
  const kinds = (textArg(args, 'types') ?? 'public_channel').split(',').map((it) => it.trim());
  const userId = textArg(args, 'user') ?? sim.world.app.botUserId;
  const archived = args.exclude_archived === true || args.exclude_archived === 'true';
  const all = [...sim.state.channels.values()].filter(
    (channel) =>
      channel.members.has(userId) &&
      hasBot(sim, channel) &&
      kinds.includes(kindOf(channel)) &&
      !(archived && channel.isArchived),
  );
  const { items, next } = pageOf(all, args, 100);
  // Slack leaves the connected teams out of lists: only conversations.info tells them.
  const channels = items.map((channel) => {
    const { connected_team_ids: _hidden, ...shape } = conversationShape(sim, channel);
    return shape;
  });
  return { channels, response_metadata: { next_cursor: next } };
}

function kindOf(channel: Channel): string {
  if (channel.kind !== 'channel') return channel.kind;
  return channel.isPrivate ? 'private_channel' : 'public_channel';
}

export function teamInfo(sim: Simulation, args: Args): Json {
  const asked = textArg(args, 'team') ?? sim.world.app.installedOn;
  const team = sim.world.teams.find(
    ({ id, enterprise }) => id === asked || enterprise?.id === asked,
  );
  if (!team || team.refusesTeamInfo || !isReachable(sim, team.id)) return refuse('team_not_found');
  const { id, name, domain, enterprise } = team;
  return {
    team: {
      id: asked,
      name: asked === id ? name : enterprise?.name,
      domain,
      email_domain: '',
      icon: { image_default: true },
      is_verified: false,
      ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    },
  };
}

function isReachable(sim: Simulation, teamId: string): boolean {
  const { installedOn } = sim.world.app;
  if (teamId === installedOn) return true;
  return [...sim.state.channels.values()].some(
    ({ teamIds }) => teamIds.includes(teamId) && teamIds.includes(installedOn),
  );
}

export function botsInfo(sim: Simulation, args: Args): Json {
  const { app } = sim.world;
  if ((textArg(args, 'bot') ?? app.botId) !== app.botId) return refuse('bot_not_found');
  return {
    bot: { id: app.botId, deleted: false, name: app.name, app_id: app.id, user_id: app.botUserId },
  };
}

export function reactionsAdd(sim: Simulation, args: Args): Json {
  const channel = knownChannel(sim, neededArg(args, 'channel'));
  const name = neededArg(args, 'name').replaceAll(':', '');
  const message = findMessage(sim, channel.id, neededArg(args, 'timestamp'));
  if (!message || message.viewerId) return refuse('message_not_found');
  if (!hasBot(sim, channel)) return refuse('not_in_channel');
  if (!addReaction(sim, channel, message.ts, name, sim.world.app.botUserId)) {
    return refuse('already_reacted');
  }
  return {};
}

/** False when this person reacted so already. */
export function addReaction(
  sim: Simulation,
  channel: Channel,
  ts: string,
  name: string,
  userId: string,
): boolean {
  const message = findMessage(sim, channel.id, ts);
  if (!message) return false;
  const known = message.reactions.find((reaction) => reaction.name === name);
  if (known?.users.includes(userId)) return false;
  if (known) known.users.push(userId);
  else message.reactions.push({ name, users: [userId] });
  sim.changed();
  if (!hasBot(sim, channel)) return true;
  const event = {
    type: 'reaction_added',
    user: userId,
    reaction: name,
    item: { type: 'message', channel: channel.id, ts },
    item_user: message.user,
    event_ts: sim.newTs(),
  };
  void sim.courier.busyWhile(announce(sim, { subscription: 'reaction_added', channel, event }));
  return true;
}
