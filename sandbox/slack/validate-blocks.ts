import { isInteractive } from './blocks.ts';
import { type Complaints, createComplaints, isObject } from './complaints.ts';
import type { Json } from './state.ts';
import { elementRules, imageRule } from './validate-elements.ts';
import { chartRule, dataTableRule, richTextRule, tableRule } from './validate-figures.ts';

export type Surface = 'message' | 'modal' | 'home';

type Rule = (complaints: Complaints, at: string, block: Json, surface: Surface) => void;

const BLOCKS_LIMIT: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };
const MARKDOWN_LIMIT = 12_000;
/** At most so many of a kind in one message. */
const PER_MESSAGE: Readonly<Record<string, number>> = { table: 1, data_visualization: 2 };

/** Where a kind of block may stand, when it may not stand everywhere. */
const surfaces: Readonly<Record<string, readonly Surface[]>> = {
  alert: ['modal'],
  context_actions: ['message'],
  data_visualization: ['message'],
  file: ['message'],
  markdown: ['message'],
  plan: ['message'],
  table: ['message'],
  task_card: ['message'],
};

const rules: Readonly<Record<string, Rule>> = {
  actions: (complaints, at, block) => elements(complaints, at, block, 'actions', 25),
  alert: (complaints, at, block) =>
    complaints.text(`${at}/text`, block.text, 3000, 'any', 'needed'),
  card: cardRule,
  carousel: (complaints, at, block) =>
    void complaints.list(`${at}/elements`, block.elements, 1, 10, (card, here) =>
      cardRule(complaints, here, card),
    ),
  container: (complaints, at, block, surface) => {
    complaints.text(`${at}/title`, block.title, 150, 'plain');
    complaints.text(`${at}/subtitle`, block.subtitle, 150, 'any');
    const children = complaints.list(`${at}/child_blocks`, block.child_blocks, 1, 10);
    checkBlocks(complaints, `${at}/child_blocks`, children, surface);
  },
  context: contextRule,
  context_actions: (complaints, at, block) => elements(complaints, at, block, 'context_actions', 5),
  data_table: dataTableRule,
  data_visualization: chartRule,
  divider: () => {},
  file: (complaints, at, block) =>
    complaints.string(`${at}/external_id`, block.external_id, 255, 'needed'),
  header: (complaints, at, block) =>
    complaints.text(`${at}/text`, block.text, 150, 'plain', 'needed'),
  image: (complaints, at, block) => {
    imageRule(complaints, at, block);
    complaints.text(`${at}/title`, block.title, 2000, 'plain');
  },
  input: inputRule,
  markdown: (complaints, at, block) =>
    complaints.string(`${at}/text`, block.text, MARKDOWN_LIMIT, 'needed'),
  plan: (complaints, at, block) => complaints.string(`${at}/title`, block.title, 3000, 'needed'),
  rich_text: richTextRule,
  section: sectionRule,
  table: tableRule,
  task_card: (complaints, at, block) =>
    complaints.string(`${at}/title`, block.title, 3000, 'needed'),
  video: (complaints, at, block) => {
    complaints.string(`${at}/alt_text`, block.alt_text, 2000, 'needed');
    complaints.text(`${at}/title`, block.title, 199, 'plain', 'needed');
  },
};

/** Everything Slack would refuse in these blocks; empty when nothing. */
export function blockFaults(blocks: readonly Json[], surface: Surface, at = '/blocks'): string[] {
  const complaints = createComplaints();
  complaints.list(at, blocks, 0, BLOCKS_LIMIT[surface]);
  checkBlocks(complaints, at, blocks, surface);
  if (surface === 'message') checkTotals(complaints, at, blocks);
  return complaints.messages;
}

function checkBlocks(
  complaints: Complaints,
  at: string,
  blocks: readonly Json[],
  surface: Surface,
): void {
  const taken = new Set<unknown>();
  blocks.forEach((block, index) => {
    const here = `${at}/${index}`;
    const rule = isObject(block) ? rules[String(block.type)] : undefined;
    const isMisplaced = surfaces[String(block?.type)]?.includes(surface) === false;
    if (!rule || isMisplaced) {
      complaints.add(`${here}/type`, `unsupported type: ${block?.type}`);
      return;
    }
    complaints.string(`${here}/block_id`, block.block_id, 255);
    if (block.block_id !== undefined && taken.has(block.block_id)) {
      complaints.add(`${here}/block_id`, `\`block_id\` already exists: ${block.block_id}`);
    }
    taken.add(block.block_id);
    rule(complaints, here, block, surface);
    checkActionIds(complaints, here, block);
  });
}

function checkActionIds(complaints: Complaints, at: string, block: Json): void {
  const taken = new Set<unknown>();
  for (const element of [block.elements, block.actions].flat()) {
    if (!isObject(element) || !isInteractive(element) || element.action_id === undefined) continue;
    const { action_id } = element;
    if (taken.has(action_id)) {
      complaints.add(at, `\`action_id\` "${action_id}" already exists for block_id`);
    }
    taken.add(action_id);
  }
}

function checkTotals(complaints: Complaints, at: string, blocks: readonly Json[]): void {
  for (const [type, most] of Object.entries(PER_MESSAGE)) {
    const count = blocks.filter((block) => block.type === type).length;
    if (count > most) complaints.add(at, `no more than ${most} ${type} blocks allowed`);
  }
  const markdown = blocks.filter(({ type }) => type === 'markdown');
  const length = markdown.reduce((sum, { text }) => sum + String(text ?? '').length, 0);
  if (length > MARKDOWN_LIMIT)
    complaints.add(at, 'markdown blocks exceed 12000 characters together');
}

function elements(
  complaints: Complaints,
  at: string,
  block: Json,
  place: 'actions' | 'context_actions',
  most: number,
): void {
  complaints.list(`${at}/elements`, block.elements, 1, most, (element, here) =>
    elementRules(complaints, here, element, place),
  );
}

function sectionRule(complaints: Complaints, at: string, block: Json): void {
  complaints.text(`${at}/text`, block.text, 3000, 'any', block.fields ? 'optional' : 'needed');
  if (block.fields !== undefined) {
    complaints.list(`${at}/fields`, block.fields, 1, 10, (field, here) =>
      complaints.text(here, field, 2000, 'any', 'needed'),
    );
  }
  if (block.accessory !== undefined) {
    elementRules(complaints, `${at}/accessory`, block.accessory, 'section');
  }
}

function contextRule(complaints: Complaints, at: string, block: Json): void {
  complaints.list(`${at}/elements`, block.elements, 1, 10, (element, here) => {
    if (element?.type === 'image') imageRule(complaints, here, element);
    else complaints.text(here, element, 3000, 'any', 'needed');
  });
}

function inputRule(complaints: Complaints, at: string, block: Json, surface: Surface): void {
  complaints.text(`${at}/label`, block.label, 2000, 'plain', 'needed');
  complaints.text(`${at}/hint`, block.hint, 2000, 'plain');
  if (!isObject(block.element)) {
    complaints.add(at, 'missing required field: element');
    return;
  }
  const isMisplaced = block.element.type === 'file_input' && surface !== 'modal';
  if (isMisplaced) complaints.add(`${at}/element/type`, 'unsupported type: file_input');
  else elementRules(complaints, `${at}/element`, block.element, 'input');
}

function cardRule(complaints: Complaints, at: string, card: Json): void {
  complaints.text(`${at}/title`, card.title, 150, 'any');
  complaints.text(`${at}/subtitle`, card.subtitle, 150, 'any');
  complaints.text(`${at}/body`, card.body, 200, 'any');
  const isBlank = !card.hero_image && !card.title && !card.actions && !card.body;
  if (isBlank) complaints.add(at, 'a card needs hero_image, title, actions or body');
  if (card.actions === undefined) return;
  complaints.list(`${at}/actions`, card.actions, 1, 25, (button, here) =>
    elementRules(complaints, here, button, 'card'),
  );
}
