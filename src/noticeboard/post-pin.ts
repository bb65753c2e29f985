import type { Context } from '../context.ts';
import { finalRefusalOf } from '../slack/board.ts';
import { isCertainlyNotSent } from '../slack/post.ts';
import { IN_DOUBT, type KnownBoard } from './board.ts';
import type { BoardParts, Put, Rendered } from './refresh-board.ts';
import { changeBoard } from './store.ts';

/**
 * Posts one message and pins it. One that scrolls away is noise: where the app may not pin, nothing is
 * said.
 */
export async function postPin(
  ctx: Context,
  { channelId, pinnedTs: before }: KnownBoard,
  { message }: Rendered,
  { poster, board }: Pick<BoardParts, 'poster' | 'board'>,
): Promise<Put> {
  const keep = (pinnedTs: string | null) =>
    changeBoard(ctx.db, ctx.partnership.id, channelId, { pinnedTs });
  if (before === IN_DOUBT) {
    // It may be there: these words are not said again, and the next ones are a new message.
    await keep(null);
    return { refused: 'answer_lost' };
  }
  if (!(await board.mayPin())) return { refused: 'missing_scope' };
  await keep(IN_DOUBT);
  let ts: string;
  try {
    ts = await poster.post(channelId, message);
  } catch (error) {
    if (isCertainlyNotSent(error)) await keep(null);
    const refused = finalRefusalOf(error);
    if (refused === undefined) throw error;
    return { refused };
  }
  await changeBoard(ctx.db, ctx.partnership.id, channelId, { pinnedTs: ts, canvasId: null });
  const pinned = await board.pin(channelId, ts);
  return 'done' in pinned || pinned.refused === 'already_pinned' ? { on: 'pin' } : pinned;
}
