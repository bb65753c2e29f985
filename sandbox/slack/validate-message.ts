import type { Json } from './state.ts';
import { blockFaults } from './validate-blocks.ts';

/** Not in Slack's tables; reported near this size even when each block is within its limits. */
const BLOCKS_TOTAL_LIMIT = 13_200;
const ATTACHMENTS_LIMIT = 100;

export type ContentFault = { readonly code: string; readonly messages?: readonly string[] };

/** Why Slack would refuse this content, or undefined. */
export function messageFaults(content: {
  readonly text: string | undefined;
  readonly blocks: unknown;
  readonly attachments: Json[] | undefined;
  readonly metadata: Json | undefined;
}): ContentFault | undefined {
  const { text, blocks, attachments, metadata } = content;
  if (blocks !== undefined && !isBlockList(blocks)) return { code: 'invalid_blocks_format' };
  const isBlank = !text && !blocks?.length && !attachments?.length;
  if (isBlank && !blocks && !attachments) return { code: 'no_text' };
  const messages = blocks ? blockFaults(blocks, 'message') : [];
  if (messages.length > 0) return { code: 'invalid_blocks', messages };
  if (blocks && JSON.stringify(blocks).length > BLOCKS_TOTAL_LIMIT) {
    return { code: 'msg_blocks_too_long' };
  }
  if (attachments && attachments.length > ATTACHMENTS_LIMIT)
    return { code: 'too_many_attachments' };
  if (metadata && !isMetadata(metadata)) return { code: 'invalid_metadata_format' };
  return undefined;
}

function isBlockList(blocks: unknown): blocks is Json[] {
  return Array.isArray(blocks) && blocks.every((it) => typeof it === 'object' && it !== null);
}

function isMetadata(metadata: Json): boolean {
  return typeof metadata.event_type === 'string' && typeof metadata.event_payload === 'object';
}
