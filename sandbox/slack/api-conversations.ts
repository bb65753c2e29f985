import type { Args } from './api-refusal.ts';
import { flagArg, neededArg, refuse, textArg } from './api-refusal.ts';
import { knownChannel } from './channel-lookup.ts';
import { conversationShape } from './conversation-shape.ts';
import { messageShape } from './message-shape.ts';
import { pageOf } from './pages.ts';
import type { Simulation } from './simulation.ts';
import { hasBot, messagesIn } from './simulation.ts';
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
