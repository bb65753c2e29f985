import { finalRefusalOf } from '../slack/board.ts';
import { type KnownBoard, NOTHING_SHOWN } from './board.ts';
import type { BoardParts, Put, Rendered } from './refresh-board.ts';

/** Changes the message that is pinned; undefined when people deleted it. What they unpin stays unpinned. */
export async function changePin(
  { channelId, shown = NOTHING_SHOWN }: KnownBoard,
  ts: string,
  { message }: Rendered,
  { poster, board }: Pick<BoardParts, 'poster' | 'board'>,
): Promise<Put | undefined> {
  try {
    await poster.update(channelId, ts, message);
  } catch (error) {
    const refused = finalRefusalOf(error);
    if (refused === undefined) throw error;
    return refused === 'message_not_found' ? undefined : { refused };
  }
  // It was posted, and never got as far as being pinned.
  if (shown === NOTHING_SHOWN) await board.pin(channelId, ts);
  return { on: 'pin' };
}
