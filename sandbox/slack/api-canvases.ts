import type { Args } from './api-refusal.ts';
import { invalid, jsonArg, neededArg, refuse, textArg } from './api-refusal.ts';
import { changeCanvas } from './canvas-changes.ts';
import { documentOf } from './canvas-document.ts';
import { headingLevel, markdownOf, sectionsOf } from './canvas-sections.ts';
import { knownChannel } from './channel-lookup.ts';
import { isObject } from './complaints.ts';
import type { Simulation } from './simulation.ts';
import { hasBot, secondsNow } from './simulation.ts';
import type { CanvasSection, Json, StoredCanvas } from './state.ts';

/** The refusals of a workspace that each method knows: free plans, administrators. */
const refusals = {
  create: [
    'canvas_creation_failed',
    'canvas_disabled_user_team',
    'canvas_tab_creation_failed',
    'channel_canvas_creation_failed',
    'free_team_canvas_tab_already_exists',
    'restricted_action',
    'team_tier_cannot_create_channel_canvases',
  ],
  edit: [
    'canvas_disabled_user_team',
    'canvas_editing_failed',
    'free_teams_cannot_edit_standalone_canvases',
    'restricted_action',
  ],
  delete: ['canvas_deleting_disabled', 'restricted_action'],
  lookup: ['canvas_disabled_user_team'],
} as const;

export const CANVAS_REFUSALS: readonly string[] = [...new Set(Object.values(refusals).flat())];

export function createChannelCanvas(sim: Simulation, args: Args): Json {
  const channel = knownChannel(sim, neededArg(args, 'channel_id'));
  const markdown = documentOf(args.document_content, 'canvas_creation_failed') ?? '';
  refuseAsPlanned(sim, 'create');
  if (channel.canvas) return refuse('channel_canvas_already_exists');
  if (!hasBot(sim, channel) || channel.isArchived) return refuse('restricted_action');
  const canvas: StoredCanvas = {
    id: sim.newId('F'),
    channel,
    userId: sim.world.app.botUserId,
    createdAt: secondsNow(sim),
    title: textArg(args, 'title') ?? 'Untitled',
    sections: sectionsOf(markdown, sim.newId),
    isDeleted: false,
  };
  channel.canvas = canvas;
  sim.state.canvases.set(canvas.id, canvas);
  sim.changed();
  return { canvas_id: canvas.id };
}

/** One operation in each call. */
export function editCanvas(sim: Simulation, args: Args): Json {
  const canvas = reachableCanvas(sim, args);
  const changes = jsonArg(args, 'changes', 'invalid_arguments');
  if (!Array.isArray(changes)) return invalid('must be an array', '/changes');
  if (changes.length < 1) return invalid('no less than 1 items required', '/changes');
  if (changes.length > 1) return invalid('no more than 1 items allowed', '/changes');
  refuseAsPlanned(sim, 'edit');
  changeCanvas(sim, canvas, changes[0]);
  sim.changed();
  return {};
}

export function deleteCanvas(sim: Simulation, args: Args): Json {
  const canvas = reachableCanvas(sim, args);
  refuseAsPlanned(sim, 'delete');
  canvas.isDeleted = true;
  delete canvas.channel.canvas;
  sim.changed();
  return {};
}

/** Ids only: what is in a section is not told. */
export function lookUpSections(sim: Simulation, args: Args): Json {
  const known = sim.state.canvases.get(neededArg(args, 'canvas_id'));
  if (known?.isDeleted) return refuse('canvas_deleted');
  const canvas = reachableCanvas(sim, args);
  const criteria = jsonArg(args, 'criteria', 'invalid_arguments');
  if (!isObject(criteria)) return invalid('must provide an object', '/criteria');
  refuseAsPlanned(sim, 'lookup');
  const { section_types: types, contains_text: words } = criteria;
  if (types === undefined && words === undefined) {
    return invalid('must provide section_types or contains_text', '/criteria');
  }
  const kinds = types === undefined ? undefined : sectionKinds(types);
  const found = canvas.sections.filter(
    (section) =>
      (!kinds || isOfKind(section, kinds)) && (!words || section.text.includes(String(words))),
  );
  return { sections: found.map(({ id }) => ({ id })) };
}

export function canvasMarkdown(canvas: StoredCanvas): string {
  return markdownOf(canvas.sections);
}

/** A channel's canvas is open to whoever is in the channel. */
function reachableCanvas(sim: Simulation, args: Args): StoredCanvas {
  const canvas = sim.state.canvases.get(neededArg(args, 'canvas_id'));
  if (!canvas || canvas.isDeleted || !hasBot(sim, canvas.channel)) {
    return refuse('canvas_not_found');
  }
  return canvas;
}

function refuseAsPlanned(sim: Simulation, what: keyof typeof refusals): void {
  const code = sim.faults.canvasRefusal;
  if (code && (refusals[what] as readonly string[]).includes(code)) refuse(code);
}

const SECTION_KINDS = ['any_header', 'h1', 'h2', 'h3'];

function sectionKinds(types: unknown): string[] {
  const isValid =
    Array.isArray(types) &&
    types.length >= 1 &&
    types.length <= 3 &&
    types.every((type) => SECTION_KINDS.includes(type));
  return isValid ? types : invalid('has the wrong format', '/criteria/section_types');
}

function isOfKind(section: CanvasSection, kinds: readonly string[]): boolean {
  const level = headingLevel(section);
  return level > 0 && (kinds.includes('any_header') || kinds.includes(`h${level}`));
}
