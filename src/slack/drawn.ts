import type { KnownBlock } from '@slack/types';
import { slackErrorOf } from './clients.ts';

/** Blocks that not every Slack takes: charts are new, and a file may be gone or not be looked through yet. */
const DRAWN: ReadonlySet<string> = new Set(['data_visualization', 'image']);

type Content = { readonly blocks?: readonly KnownBlock[] };

export function isDrawn({ blocks = [] }: Content): boolean {
  return blocks.some(({ type }) => DRAWN.has(type));
}

function withoutDrawn<C extends Content>(content: C): C {
  const blocks = content.blocks?.filter(({ type }) => !DRAWN.has(type));
  return { ...content, ...(blocks && { blocks }) };
}

/** Sends it; where Slack refuses what is drawn, its words alone, which say the same. */
export async function drawnOrInWords<C extends Content, T>(
  content: C,
  send: (content: C) => Promise<T>,
): Promise<T> {
  try {
    return await send(content);
  } catch (error) {
    if (!isDrawn(content) || !isRefusedContent(error)) throw error;
    return send(withoutDrawn(content));
  }
}

const REFUSED: ReadonlySet<string> = new Set([
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
]);

/** A `response_url` tells no code: it answers with a status. */
function isRefusedContent(error: unknown): boolean {
  const code = slackErrorOf(error);
  if (code !== undefined) return REFUSED.has(code);
  const { statusCode } = error as { readonly statusCode?: number };
  return statusCode === 400 || statusCode === 500;
}
