import type { Json } from './state.ts';

/** What Slack adds to blocks before it stores them: missing ids, and defaults of text objects. */
export function completeBlocks(blocks: readonly Json[], newId: (prefix: string) => string): Json[] {
  return blocks.map((block) => completeBlock(block, newId));
}

function completeBlock(block: Json, newId: (prefix: string) => string): Json {
  const completed = complete(block, newId) as Json;
  return { ...completed, block_id: completed.block_id ?? newId('b') };
}

function complete(part: unknown, newId: (prefix: string) => string): unknown {
  if (Array.isArray(part)) return part.map((each) => complete(each, newId));
  if (typeof part !== 'object' || part === null) return part;
  const it = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, complete(value, newId)]),
  );
  if (it.type === 'plain_text') return { emoji: true, ...it };
  if (it.type === 'mrkdwn') return { verbatim: false, ...it };
  if (isInteractive(it)) return { action_id: newId('a'), ...it };
  return it;
}

const interactiveTypes = new Set([
  'button',
  'checkboxes',
  'datepicker',
  'datetimepicker',
  'email_text_input',
  'feedback_buttons',
  'file_input',
  'icon_button',
  'number_input',
  'overflow',
  'plain_text_input',
  'radio_buttons',
  'rich_text_input',
  'timepicker',
  'url_text_input',
  'workflow_button',
  ...['static', 'external', 'users', 'conversations', 'channels'].flatMap((kind) => [
    `${kind}_select`,
    `multi_${kind}_select`,
  ]),
]);

export function isInteractive(part: Json): boolean {
  return typeof part.type === 'string' && interactiveTypes.has(part.type);
}

export type Placed = { readonly block: Json; readonly blockId: string; readonly element: Json };

/** Every interactive element with the block that holds it; blocks inside blocks count themselves. */
export function elementsOf(blocks: readonly Json[]): Placed[] {
  return blocks.flatMap((block) => elementsIn(block, block));
}

function elementsIn(part: unknown, block: Json): Placed[] {
  if (Array.isArray(part)) return part.flatMap((each) => elementsIn(each, block));
  if (typeof part !== 'object' || part === null) return [];
  const it = part as Json;
  const owner = typeof it.block_id === 'string' ? it : block;
  if (isInteractive(it)) return [{ block, blockId: String(block.block_id), element: it }];
  return Object.values(it).flatMap((value) => elementsIn(value, owner));
}

export function findElement(
  blocks: readonly Json[],
  actionId: string,
  blockId?: string,
): Placed | undefined {
  return elementsOf(blocks).find(
    (placed) => placed.element.action_id === actionId && (!blockId || placed.blockId === blockId),
  );
}
