import type { Args } from './api-refusal.ts';
import { flagArg, neededArg, refuse, textArg } from './api-refusal.ts';
import { knownChannel } from './channel-lookup.ts';
import { conversationShape } from './conversation-shape.ts';
import { messageShape } from './message-shape.ts';
import { pageOf } from './pages.ts';
import type { Simulation } from './simulation.ts';
import { directChannel, hasBot, isStranger, messagesIn, secondsNow, userOf } from './simulation.ts';
import type { Channel, Json, StoredMessage } from './state.ts';

export function conversationsInfo(sim: Simulation, args: Args): Json {
  const channel = knownChannel(sim, neededArg(args, 'channel'));
  return {
    channel: {
      ...conversationShape(sim, channel),
      ...(flagArg(args, 'include_num_members') && { num_members: channel.members.size }),
    },
  };
}

export function conversationsMembers(sim: Simulation, args: Args): Json {
  const channel = knownChannel(sim, neededArg(args, 'channel'));
  const { items, next } = pageOf([...channel.members], args, 100);
  return { members: items, response_metadata: { next_cursor: next } };
}

export function conversationsOpen(sim: Simulation, args: Args): Json {
  const existing = textArg(args, 'channel');
  if (existing) return { channel: { id: knownChannel(sim, existing).id } };
  const ids = (textArg(args, 'users') ?? refuse('users_list_not_supplied')).split(',');
  const users = ids.map((id) => userOf(sim, id.trim()) ?? refuse('user_not_found'));
  if (users.length > 8) refuse('too_many_users');
  if (users.some((user) => user.isDeactivated)) refuse('user_disabled');
  if (users.some((user) => isStranger(sim, user))) refuse('user_not_visible');
  const [first] = users;
  if (!first) return refuse('not_enough_users');
  if (users.length > 1) return { channel: { id: groupChannel(sim, ids).id } };
  const channel = directChannel(sim, first);
  return {
    channel: { id: channel.id, ...(flagArg(args, 'return_im') && conversationShape(sim, channel)) },
  };
}

/** Outsiders may only be brought together where they already are in one channel. */
function groupChannel(sim: Simulation, ids: readonly string[]): Channel {
  const members = new Set([...ids.map((id) => id.trim()), sim.world.app.botUserId]);
  const channels = [...sim.state.channels.values()];
  const key = sameMembers(members);
  const open = channels.find((it) => it.kind === 'mpim' && sameMembers(it.members) === key);
  if (open) return open;
  const teamIds = [...new Set(ids.map((id) => userOf(sim, id.trim())?.teamId ?? ''))];
  const isTogether = channels.some((it) => ids.every((id) => it.members.has(id.trim())));
  if (teamIds.length > 1 && !isTogether) refuse('invalid_user_combination');
  const channel: Channel = {
    id: sim.newId('C'),
    name: `mpdm-${ids.map((id) => userOf(sim, id.trim())?.handle).join('--')}-1`,
    kind: 'mpim',
    isPrivate: true,
    isArchived: false,
    teamIds: [...new Set([sim.world.app.installedOn, ...teamIds])],
    hostTeamId: sim.world.app.installedOn,
    pendingTeamIds: [],
    members,
    createdAt: secondsNow(sim),
    previousNames: [],
    bookmarks: [],
    pins: [],
  };
  sim.state.channels.set(channel.id, channel);
  return channel;
}

function sameMembers(members: ReadonlySet<string>): string {
  return [...members].sort().join();
}

export function conversationsReplies(sim: Simulation, args: Args): Json {
  const channel = readableChannel(sim, args);
  const ts = neededArg(args, 'ts');
  const all = messagesIn(sim, channel.id).filter((message) => !message.viewerId);
  const found = all.find((message) => message.ts === ts) ?? refuse('thread_not_found');
  const root = found.threadTs ?? found.ts;
  const thread = all.filter((message) => message.ts === root || message.threadTs === root);
  return listing(sim, thread, args, 1000);
}

export function conversationsHistory(sim: Simulation, args: Args): Json {
  const channel = readableChannel(sim, args);
  const [oldest, latest] = [textArg(args, 'oldest') ?? '0', textArg(args, 'latest') ?? '9e99'];
  const isInclusive = flagArg(args, 'inclusive');
  const shown = messagesIn(sim, channel.id).filter(({ ts, viewerId, threadTs }) => {
    if (viewerId || threadTs) return false;
    const isBetween = Number(ts) > Number(oldest) && Number(ts) < Number(latest);
    return isBetween || (isInclusive && (ts === oldest || ts === latest));
  });
  return listing(sim, shown.reverse(), args, 100);
}

function readableChannel(sim: Simulation, args: Args): Channel {
  const channel = knownChannel(sim, neededArg(args, 'channel'));
  return hasBot(sim, channel) ? channel : refuse('not_in_channel');
}

function listing(
  sim: Simulation,
  messages: readonly StoredMessage[],
  args: Args,
  standard: number,
): Json {
  const { items, next } = pageOf(messages, args, standard);
  const metadata = flagArg(args, 'include_all_metadata');
  return {
    messages: items.map((message) => messageShape(sim, message, { metadata })),
    has_more: next !== '',
    ...(next && { response_metadata: { next_cursor: next } }),
  };
}
