import { permalinkOf } from './api-chat.ts';
import type { Args } from './api-refusal.ts';
import { neededArg, refuse, textArg } from './api-refusal.ts';
import { knownChannel } from './channel-lookup.ts';
import { messageShape } from './message-shape.ts';
import type { Simulation } from './simulation.ts';
import { findMessage, hasBot, secondsNow } from './simulation.ts';
import type { Channel, Json, Pin, StoredMessage } from './state.ts';

/** Not in Slack's reference, which only says that there can be too many. */
const PINS_LIMIT = 100;

export function addPin(sim: Simulation, args: Args): Json {
  const { channel, message } = pinnable(sim, args);
  if (channel.pins.some(({ ts }) => ts === message.ts)) return refuse('already_pinned');
  if (standingPins(sim, channel).length >= PINS_LIMIT) return refuse('too_many_pins');
  channel.pins.push({
    ts: message.ts,
    createdAt: secondsNow(sim),
    userId: sim.world.app.botUserId,
  });
  sim.changed();
  return {};
}

export function removePin(sim: Simulation, args: Args): Json {
  const { channel, message } = pinnable(sim, args);
  const at = channel.pins.findIndex(({ ts }) => ts === message.ts);
  if (at < 0) return refuse('no_pin');
  channel.pins.splice(at, 1);
  sim.changed();
  return {};
}

export function listPins(sim: Simulation, args: Args): Json {
  const channel = knownChannel(sim, neededArg(args, 'channel'));
  return {
    items: standingPins(sim, channel).map(({ pin, message }) => ({
      type: 'message',
      created: pin.createdAt,
      created_by: pin.userId,
      channel: channel.id,
      message: { ...messageShape(sim, message), permalink: permalinkOf(sim, message) },
    })),
  };
}

type StandingPin = { readonly pin: Pin; readonly message: StoredMessage };

/** The newest first; a message that is gone is pinned no longer. */
export function standingPins(sim: Simulation, channel: Channel): StandingPin[] {
  return channel.pins.toReversed().flatMap((pin) => {
    const message = findMessage(sim, channel.id, pin.ts);
    return message ? { pin, message } : [];
  });
}

function pinnable(
  sim: Simulation,
  args: Args,
): { readonly channel: Channel; readonly message: StoredMessage } {
  const channel = knownChannel(sim, textArg(args, 'channel') ?? refuse('channel_not_found'));
  const ts = textArg(args, 'timestamp') ?? refuse('no_item_specified');
  if (!/^\d+\.\d+$/.test(ts)) return refuse('bad_timestamp');
  if (!hasBot(sim, channel)) return refuse('not_in_channel');
  if (channel.isArchived) return refuse('restricted_action');
  const message = findMessage(sim, channel.id, ts);
  if (!message || message.viewerId) return refuse('message_not_found');
  return { channel, message };
}
