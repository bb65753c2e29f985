import type { Args } from './api-refusal.ts';
import { refuse, textArg } from './api-refusal.ts';

/** Slack's cursor pagination over a list that stays in its order. */
export function pageOf<T>(
  items: readonly T[],
  args: Args,
  standard: number,
): { readonly items: T[]; readonly next: string } {
  const limit = Math.min(Number(textArg(args, 'limit') ?? standard) || standard, 1000);
  const start = offsetOf(textArg(args, 'cursor'));
  const end = start + limit;
  const next = end < items.length ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), next };
}

function offsetOf(cursor: string | undefined): number {
  if (!cursor) return 0;
  const [, offset] = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  return offset === undefined ? refuse('invalid_cursor') : Number(offset);
}
