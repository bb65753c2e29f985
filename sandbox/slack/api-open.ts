import type { WorldUser } from '../world.ts';
import type { Args } from './api-refusal.ts';
import { flagArg, refuse, textArg } from './api-refusal.ts';
import { knownChannel } from './channel-lookup.ts';
import { conversationShape } from './conversation-shape.ts';
import { areTogether, createGroup, findGroup } from './group-conversations.ts';
import type { Simulation } from './simulation.ts';
import { createDirect, findDirect, isStranger, userOf } from './simulation.ts';
import type { Channel, Json } from './state.ts';

const MOST_USERS = 8;

/** Slack's codes for a conversation of several that an administrator, or the plan, does not allow. */
export const GROUP_REFUSALS: readonly string[] = [
  'access_denied',
  'ekm_access_denied',
  'invalid_user_combination',
  'no_permission',
  'team_access_not_granted',
];

/** Finds the conversation of exactly these people and the bot, or begins it. */
export function conversationsOpen(sim: Simulation, args: Args): Json {
  const channelId = textArg(args, 'channel');
  if (channelId) return opened(sim, args, resumable(knownChannel(sim, channelId)), true);
  const users = peopleIn(sim, args);
  const known = find(sim, users);
  if (known) return opened(sim, args, known, true);
  // Not in Slack's reference, which only says that nothing is created.
  if (flagArg(args, 'prevent_creation')) return refuse('channel_not_found');
  return opened(sim, args, begin(sim, users), false);
}

/** Several people need another scope than one. */
export function openingScopes(sim: Simulation, args: Args): readonly string[] {
  const { kind } = sim.state.channels.get(textArg(args, 'channel') ?? '') ?? {};
  if (kind === 'channel') return ['im:write', 'mpim:write'];
  const isGroup = kind ? kind === 'mpim' : idsIn(args).length > 1;
  return [isGroup ? 'mpim:write' : 'im:write'];
}

function opened(sim: Simulation, args: Args, channel: Channel, wasOpen: boolean): Json {
  return {
    ...(wasOpen && { no_op: true, already_open: true }),
    channel: {
      id: channel.id,
      ...(flagArg(args, 'return_im') && conversationShape(sim, channel)),
    },
  };
}

function resumable(channel: Channel): Channel {
  return channel.kind === 'channel' ? refuse('method_not_supported_for_channel_type') : channel;
}

function idsIn(args: Args): readonly string[] {
  const given = textArg(args, 'users')?.split(',') ?? [];
  return [...new Set(given.map((id) => id.trim()).filter(Boolean))];
}

/** Everybody to be in it, without the bot; refused where one of them may not be written to. */
function peopleIn(sim: Simulation, args: Args): readonly WorldUser[] {
  if (!textArg(args, 'users')) refuse('users_list_not_supplied');
  const ids = idsIn(args);
  if (ids.length === 0) refuse('not_enough_users');
  if (ids.length > MOST_USERS) refuse('too_many_users');
  const users = ids.map((id) => userOf(sim, id) ?? refuse('user_not_found'));
  if (users.some((user) => user.isDeactivated)) refuse('user_disabled');
  if (users.some((user) => isStranger(sim, user))) refuse('user_not_visible');
  if (users.length > 1 && sim.faults.groupRefusal) refuse(sim.faults.groupRefusal);
  return users;
}

function find(sim: Simulation, users: readonly WorldUser[]): Channel | undefined {
  const [first] = users;
  return users.length === 1 && first ? findDirect(sim, first) : findGroup(sim, users);
}

function begin(sim: Simulation, users: readonly WorldUser[]): Channel {
  const [first] = users;
  if (users.length === 1 && first) return createDirect(sim, first);
  return areTogether(sim, users) ? createGroup(sim, users) : refuse('invalid_user_combination');
}
