import type { Context } from '../context.ts';
import type { Answered, Board } from '../slack/board.ts';
import { isCertainlyNotSent } from '../slack/post.ts';
import { IN_DOUBT, type KnownBoard } from './board.ts';
import type { Put, Rendered } from './refresh-board.ts';
import { changeBoard } from './store.ts';

/** Slack's words for a canvas that people deleted. */
const GONE = new Set(['canvas_not_found', 'canvas_deleted', 'file_not_found', 'file_deleted']);

/**
 * A channel has one canvas. Where people made theirs it stays as it is; only one that is certainly the
 * bot's own, from a time when Slack's answer got lost, is taken up.
 */
export async function putOnCanvas(
  ctx: Context,
  known: KnownBoard,
  rendered: Rendered,
  board: Board,
): Promise<Put> {
  const { channelId } = known;
  if (known.canvasId) {
    const rewritten = await board.rewriteCanvas(known.canvasId, rendered.markdown);
    if ('done' in rewritten) {
      await bookmark(ctx, known, known.canvasId, rendered.title, board);
      return { on: 'canvas' };
    }
    if (!GONE.has(rewritten.refused)) return rewritten;
  }
  const made = await makeCanvas(channelId, rendered, board);
  if (!('done' in made)) return made;
  await changeBoard(ctx.db, ctx.partnership.id, channelId, {
    canvasId: made.done,
    pinnedTs: null,
  });
  await bookmark(ctx, known, made.done, rendered.title, board);
  return { on: 'canvas' };
}

async function makeCanvas(
  channelId: string,
  rendered: Rendered,
  board: Board,
): Promise<Answered<string>> {
  const created = await board.createCanvas(channelId, rendered);
  if ('done' in created || created.refused !== 'channel_canvas_already_exists') return created;
  const own = await board.findOwnCanvas(channelId);
  if (!own) return created;
  const rewritten = await board.rewriteCanvas(own, rendered.markdown);
  return 'done' in rewritten ? { done: own } : rewritten;
}

/** One bookmark leads to the canvas; without it the canvas is there all the same. */
async function bookmark(
  ctx: Context,
  { channelId, canvasId: before, bookmarkId }: KnownBoard,
  canvasId: string,
  title: string,
  board: Board,
): Promise<void> {
  const hasMoved = before !== undefined && before !== canvasId;
  if (bookmarkId === IN_DOUBT || (bookmarkId && !hasMoved)) return;
  const link = await board.findLink(canvasId);
  if (!link) return;
  if (bookmarkId) {
    await board.moveBookmark(channelId, bookmarkId, link);
    return;
  }
  const keep = (id: string | null) =>
    changeBoard(ctx.db, ctx.partnership.id, channelId, { bookmarkId: id });
  await keep(IN_DOUBT);
  try {
    const added = await board.addBookmark(channelId, { title, link });
    await keep('done' in added ? added.done : null);
  } catch (error) {
    if (isCertainlyNotSent(error)) await keep(null);
    throw error;
  }
}
