import type { WorldUser } from '../world.ts';
import { pushView, STACK_LIMIT, updateView } from './api-views.ts';
import { findElement } from './blocks.ts';
import { enter } from './element-values.ts';
import { chosenValue, handOverFiles } from './file-input.ts';
import { inputErrors } from './input-errors.ts';
import { closedShape, submissionShape } from './interaction-shape.ts';
import { sendInteraction } from './interactions.ts';
import type { Simulation } from './simulation.ts';
import { notify } from './simulation.ts';
import type { Json, StoredView } from './state.ts';
import { viewFaults } from './validate-view.ts';

export type SubmitOutcome = {
  /** What the bot's server answered; 0 when Slack did not ask it. */
  readonly status: number;
  /** By block_id: what to correct. The modal stays open. */
  readonly errors?: Readonly<Record<string, string>>;
  /** The modal that is on top now, if any. */
  readonly view?: StoredView;
  readonly notice?: string;
};

const TROUBLE = 'We had some trouble connecting. Try again?';

/** Enters values by block_id, or by `block_id/action_id` where a block has several elements. */
export function fillView(
  sim: Simulation,
  user: WorldUser,
  viewId: string,
  values: Readonly<Record<string, unknown>>,
): void {
  const view = openView(sim, user, viewId);
  for (const [key, value] of Object.entries(values)) {
    const placed = fieldOf(view, key);
    if (!placed) {
      const there = view.blocks.map(({ block_id }) => block_id).join(', ');
      throw new Error(`This view has no field “${key}”. Its blocks: ${there}`);
    }
    enter(view.values, placed, chosenValue(sim, user, placed.element, value));
  }
  sim.changed();
}

function fieldOf(view: StoredView, key: string): ReturnType<typeof findElement> {
  const whole = view.blocks.find(({ block_id }) => block_id === key);
  const element = (whole?.element ?? whole?.accessory) as Json | undefined;
  if (whole && element) return { block: whole, blockId: key, element };
  if (whole) return undefined;
  const [blockId = '', actionId = ''] = key.split('/');
  return findElement(view.blocks, actionId || blockId, actionId ? blockId : undefined);
}

export async function submitView(
  sim: Simulation,
  user: WorldUser,
  viewId: string,
  values: Readonly<Record<string, unknown>> = {},
): Promise<SubmitOutcome> {
  fillView(sim, user, viewId, values);
  const view = openView(sim, user, viewId);
  if (top(sim, user)?.id !== viewId) throw new Error('Another modal is on top of this one');
  const local = inputErrors(view);
  if (local) return { status: 0, errors: local, view };
  handOverFiles(sim, view);
  const reply = await sendInteraction(sim, submissionShape(sim, user, view));
  const answer = reply.failure ? undefined : parse(reply.text);
  const outcome = answer ? follow(sim, user, view, answer) : trouble(sim, user);
  sim.changed();
  const shown = top(sim, user);
  return { status: reply.status, ...outcome, ...(shown && { view: shown }) };
}

/** What the bot's answer does to the stack. */
function follow(
  sim: Simulation,
  user: WorldUser,
  view: StoredView,
  answer: Json,
): Partial<SubmitOutcome> {
  switch (answer.response_action) {
    case undefined:
      drop(sim, user, view.id);
      return {};
    case 'clear':
      sim.state.modals.delete(user.id);
      return {};
    case 'errors':
      return refusals(sim, user, view, answer.errors);
    case 'update':
    case 'push':
      return show(sim, user, view, answer);
    default:
      return trouble(sim, user);
  }
}

function show(
  sim: Simulation,
  user: WorldUser,
  view: StoredView,
  answer: Json,
): Partial<SubmitOutcome> {
  if (viewFaults(answer.view, 'modal', sim.scopes).length > 0) return trouble(sim, user);
  if (answer.response_action === 'update') {
    updateView(sim, view, answer.view as Json);
    return {};
  }
  if ((sim.state.modals.get(user.id) ?? []).length >= STACK_LIMIT) return trouble(sim, user);
  pushView(sim, user.id, answer.view as Json);
  return {};
}

/** Errors must name input blocks of this view, or Slack shows none of them. */
function refusals(
  sim: Simulation,
  user: WorldUser,
  view: StoredView,
  errors: unknown,
): Partial<SubmitOutcome> {
  const given = (errors ?? {}) as Record<string, string>;
  const inputs = view.blocks.filter(({ type }) => type === 'input').map((it) => it.block_id);
  const isValid = Object.keys(given).every((blockId) => inputs.includes(blockId));
  return isValid && Object.keys(given).length > 0 ? { errors: given } : trouble(sim, user);
}

export async function closeView(
  sim: Simulation,
  user: WorldUser,
  viewId: string,
  all = false,
): Promise<void> {
  const view = openView(sim, user, viewId);
  if (all || view.content.clear_on_close === true) sim.state.modals.delete(user.id);
  else drop(sim, user, viewId);
  sim.changed();
  if (view.content.notify_on_close === true) {
    await sendInteraction(sim, closedShape(sim, user, view, all));
  }
}

function openView(sim: Simulation, user: WorldUser, viewId: string): StoredView {
  const view = sim.state.modals.get(user.id)?.find(({ id }) => id === viewId);
  if (!view) throw new Error(`This person has no modal ${viewId} open`);
  return view;
}

function top(sim: Simulation, user: WorldUser): StoredView | undefined {
  return sim.state.modals.get(user.id)?.at(-1);
}

function drop(sim: Simulation, user: WorldUser, viewId: string): void {
  const stack = sim.state.modals.get(user.id) ?? [];
  const left = stack.filter(({ id }) => id !== viewId);
  sim.state.modals.set(user.id, left);
}

function trouble(sim: Simulation, user: WorldUser): Partial<SubmitOutcome> {
  return { notice: notify(sim, user.id, TROUBLE) };
}

function parse(text: string): Json | undefined {
  if (!text.trim()) return {};
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
