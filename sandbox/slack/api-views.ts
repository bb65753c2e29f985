import type { Args } from './api-refusal.ts';
import { jsonArg, neededArg, refuse, textArg } from './api-refusal.ts';
import { blockFileFaults } from './block-files.ts';
import { completeBlocks } from './blocks.ts';
import { initialValues } from './element-values.ts';
import type { Simulation } from './simulation.ts';
import { userOf } from './simulation.ts';
import type { Json, StoredView } from './state.ts';
import type { Trigger } from './tickets.ts';
import { viewFaults } from './validate-view.ts';
import { viewShape } from './view-shape.ts';

export const STACK_LIMIT = 3;

export function viewsOpen(sim: Simulation, args: Args): Json {
  const trigger = liveTrigger(sim, args);
  const content = contentOf(sim, args, 'modal');
  refuseTakenExternalId(sim, content);
  trigger.isUsed = true;
  const view = createView(sim, trigger.userId, content, undefined);
  sim.state.modals.set(trigger.userId, [view]);
  return answer(sim, view);
}

export function viewsPush(sim: Simulation, args: Args): Json {
  const trigger = liveTrigger(sim, args);
  const content = contentOf(sim, args, 'modal');
  const stack = sim.state.modals.get(trigger.userId) ?? [];
  const top = stack.at(-1);
  if (!trigger.viewId || !top) return refuse('not_found');
  if (stack.length >= STACK_LIMIT) return refuse('push_limit_reached');
  refuseTakenExternalId(sim, content);
  trigger.isUsed = true;
  return answer(sim, pushView(sim, trigger.userId, content));
}

export function viewsUpdate(sim: Simulation, args: Args): Json {
  const [viewId, externalId] = [textArg(args, 'view_id'), textArg(args, 'external_id')];
  if (!viewId && !externalId) return refuse('invalid_arguments');
  const view = openViews(sim).find(
    (it) => it.id === viewId || (externalId && it.content.external_id === externalId),
  );
  if (!view) return refuse('not_found');
  const hash = textArg(args, 'hash');
  if (hash && hash !== view.hash) return refuse('hash_conflict');
  updateView(sim, view, contentOf(sim, args, view.type));
  return answer(sim, view);
}

export function viewsPublish(sim: Simulation, args: Args): Json {
  const userId = neededArg(args, 'user_id');
  if (!userOf(sim, userId)) return refuse('user_not_found');
  if (sim.manifest.features?.app_home?.home_tab_enabled === false) return refuse('not_enabled');
  const content = contentOf(sim, args, 'home');
  const known = sim.state.homes.get(userId);
  const hash = textArg(args, 'hash');
  if (hash && known && hash !== known.hash) return refuse('hash_conflict');
  if (known) {
    updateView(sim, known, content);
    return answer(sim, known);
  }
  const view = createView(sim, userId, content, undefined);
  sim.state.homes.set(userId, view);
  return answer(sim, view);
}

export function pushView(sim: Simulation, userId: string, content: Json): StoredView {
  const stack = sim.state.modals.get(userId) ?? [];
  const view = createView(sim, userId, content, stack.at(-1));
  sim.state.modals.set(userId, [...stack, view]);
  sim.changed();
  return view;
}

/** Keeps what was typed where block_id and action_id stay the same, as Slack does. */
export function updateView(sim: Simulation, view: StoredView, content: Json): void {
  view.content = content;
  view.blocks = completeBlocks(content.blocks as Json[], sim.newId);
  view.values = initialValues(view.blocks, view.values);
  view.hash = newHash(sim);
  sim.changed();
}

function createView(
  sim: Simulation,
  userId: string,
  content: Json,
  previous: StoredView | undefined,
): StoredView {
  const id = sim.newId('V');
  const blocks = completeBlocks(content.blocks as Json[], sim.newId);
  return {
    id,
    userId,
    type: content.type === 'home' ? 'home' : 'modal',
    rootViewId: previous?.rootViewId ?? id,
    previousViewId: previous?.id,
    hash: newHash(sim),
    content,
    blocks,
    values: initialValues(blocks),
  };
}

function liveTrigger(sim: Simulation, args: Args): Trigger {
  const id = textArg(args, 'trigger_id') ?? textArg(args, 'interactivity_pointer');
  const trigger = sim.tickets.triggers.get(id ?? '');
  if (!trigger) return refuse('invalid_trigger_id');
  if (trigger.isUsed) return refuse('exchanged_trigger_id');
  if (sim.realNow() > trigger.expiresAt) return refuse('expired_trigger_id');
  return trigger;
}

function contentOf(sim: Simulation, args: Args, type: 'modal' | 'home'): Json {
  const content = jsonArg(args, 'view', 'invalid_arguments');
  const messages = [
    ...viewFaults(content, type, sim.scopes),
    ...blockFileFaults(sim, (content as Json | undefined)?.blocks, '/view/blocks'),
  ];
  if (messages.length > 0) refuse('invalid_arguments', { response_metadata: { messages } });
  return content as Json;
}

function refuseTakenExternalId(sim: Simulation, content: Json): void {
  const { external_id } = content;
  if (external_id && openViews(sim).some((it) => it.content.external_id === external_id)) {
    refuse('duplicate_external_id');
  }
}

function openViews(sim: Simulation): StoredView[] {
  return [...[...sim.state.modals.values()].flat(), ...sim.state.homes.values()];
}

function newHash(sim: Simulation): string {
  return `${Math.floor(sim.now().getTime() / 1000)}.${sim.newId('h')}`;
}

function answer(sim: Simulation, view: StoredView): Json {
  sim.changed();
  return { view: viewShape(sim, view) };
}
