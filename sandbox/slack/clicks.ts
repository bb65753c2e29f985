import type { WorldUser } from '../world.ts';
import { homeOf } from './app-home.ts';
import { elementsOf, findElement, type Placed } from './blocks.ts';
import { actionOf, enter, initialValues, optionsOf } from './element-values.ts';
import { chosenValue } from './file-input.ts';
import {
  channelShape,
  messageActionShape,
  suggestionShape,
  viewActionShape,
} from './interaction-shape.ts';
import { sendInteraction } from './interactions.ts';
import type { Simulation } from './simulation.ts';
import { directChannel, findMessage, notify } from './simulation.ts';
import type { Channel, Json, StoredMessage, StoredView, Values } from './state.ts';

export type ClickTarget = {
  readonly messageTs?: string;
  /** Where the message is; found by its time when left out. */
  readonly channelId?: string;
  readonly viewId?: string;
  readonly home?: true;
};

type Place =
  | { readonly view: StoredView; readonly blocks: Json[]; readonly values: Values }
  | {
      readonly message: StoredMessage;
      readonly channel: Channel;
      readonly blocks: Json[];
      readonly values: Values;
    };

/** Uses one interactive element, as far as this person sees it. */
export async function clickElement(
  sim: Simulation,
  user: WorldUser,
  target: ClickTarget,
  actionId: string,
  value?: unknown,
  blockId?: string,
): Promise<void> {
  const place = placeOf(sim, user, target);
  const placed = elementIn(place.blocks, actionId, blockId);
  const chosen = chosenValue(sim, user, placed.element, value);
  const isQuiet = placed.block.type === 'input' && placed.block.dispatch_action !== true;
  if (isQuiet) {
    enter(place.values, placed, chosen);
    sim.changed();
    return;
  }
  const action = actionOf(place.values, placed, chosen, sim.newTs());
  const payload =
    'view' in place
      ? viewActionShape(sim, user, place.view, action)
      : messageActionShape(sim, user, { ...place, action });
  const reply = await sendInteraction(sim, payload);
  if (reply.failure) notify(sim, user.id, `${sim.world.app.name} did not answer. Try again.`);
  sim.changed();
}

/** What an external select offers for what was typed. */
export async function askForOptions(
  sim: Simulation,
  user: WorldUser,
  target: ClickTarget,
  actionId: string,
  typed: string,
): Promise<Json[]> {
  const place = placeOf(sim, user, target);
  const placed = elementIn(place.blocks, actionId);
  const where =
    'view' in place
      ? { container: { type: 'view', view_id: place.view.id } }
      : {
          container: {
            type: 'message',
            message_ts: place.message.ts,
            channel_id: place.channel.id,
          },
          channel: channelShape(place.channel),
        };
  const asked = { blockId: placed.blockId, actionId, typed, where };
  const reply = await sendInteraction(sim, suggestionShape(sim, user, asked), 'options');
  if (reply.failure) return [];
  const options = optionsOf(JSON.parse(reply.text || '{}') as Json);
  return options.slice(0, 100);
}

function elementIn(blocks: readonly Json[], actionId: string, blockId?: string): Placed {
  const placed = findElement(blocks, actionId, blockId);
  if (placed) return placed;
  const there = elementsOf(blocks).map(({ element }) => element.action_id);
  throw new Error(`There is no “${actionId}” here. There is: ${there.join(', ') || 'nothing'}`);
}

function placeOf(sim: Simulation, user: WorldUser, target: ClickTarget): Place {
  if (target.home) return viewPlace(homeOf(sim, user), 'This person has no App Home');
  if (target.viewId) {
    const stack = sim.state.modals.get(user.id) ?? [];
    const view = stack.find(({ id }) => id === target.viewId) ?? homeById(sim, user, target.viewId);
    return viewPlace(view, `This person has no view ${target.viewId} open`);
  }
  return messagePlace(sim, user, target);
}

function homeById(sim: Simulation, user: WorldUser, viewId: string): StoredView | undefined {
  const home = homeOf(sim, user);
  return home?.id === viewId ? home : undefined;
}

function viewPlace(view: StoredView | undefined, otherwise: string): Place {
  if (!view) throw new Error(otherwise);
  return { view, blocks: view.blocks, values: view.values };
}

function messagePlace(sim: Simulation, user: WorldUser, target: ClickTarget): Place {
  const found = visibleMessage(sim, user, String(target.messageTs), target.channelId);
  if (!found) throw new Error(`This person sees no message ${target.messageTs}`);
  const { message, channel } = found;
  const blocks = message.blocks ?? [];
  const key = `${channel.id}:${message.ts}:${user.id}`;
  const values = initialValues(blocks, sim.state.selections.get(key));
  sim.state.selections.set(key, values);
  return { message, channel, blocks, values };
}

export function visibleMessage(
  sim: Simulation,
  user: WorldUser,
  ts: string,
  channelId?: string,
): { message: StoredMessage; channel: Channel } | undefined {
  directChannel(sim, user);
  for (const channel of sim.state.channels.values()) {
    if ((channelId && channel.id !== channelId) || !channel.members.has(user.id)) continue;
    const message = findMessage(sim, channel.id, ts);
    if (message && (message.viewerId ?? user.id) === user.id) return { message, channel };
  }
  return undefined;
}
