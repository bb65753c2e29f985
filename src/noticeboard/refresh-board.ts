import { type Context, transaction } from '../context.ts';
import { listTerms } from '../glossary/list-terms.ts';
import { type Appointment, cancelAppointment, setAppointment } from '../schedule/appointments.ts';
import type { Message } from '../slack/answer.ts';
import type { Board } from '../slack/board.ts';
import type { Poster } from '../slack/post.ts';
import { isBeingRefreshed, type KnownBoard, NOTHING_SHOWN } from './board.ts';
import { type BoardContent, boardContent } from './board-content.ts';
import { changePin } from './change-pin.ts';
import { postPin } from './post-pin.ts';
import { putOnCanvas } from './put-on-canvas.ts';
import { findBoard, insertBoard, markShown, markTaken } from './store.ts';

/** The name of the job that refreshes one channel's board. */
export const SHOW = 'noticeboard.show';

/** What is to be read on the board, in each of the two forms it may have. */
export type Rendered = {
  readonly title: string;
  readonly markdown: string;
  readonly message: Message;
  readonly hash: string;
};

export type BoardParts = {
  readonly board: Board;
  readonly poster: Poster;
  readonly render: (content: BoardContent) => Rendered;
};

/** Where the words are, or why they are nowhere. */
export type Put = { readonly on: 'canvas' | 'pin' } | { readonly refused: string };

/**
 * Shows in a channel what is agreed now. One at a time is at it: whoever comes meanwhile makes an
 * appointment to look again, which the one who is at it keeps if it is made in time. Undefined when
 * there was nothing to do.
 */
export async function refreshBoard(
  ctx: Context,
  channelId: string,
  parts: BoardParts,
): Promise<Put | undefined> {
  const { id: partnershipId } = ctx.partnership;
  const known = await findBoard(ctx.db, partnershipId, channelId);
  // Read after the board: who takes it as it was known shows nothing older than what it shows.
  const content = boardContent(await listTerms(ctx, {}), ctx.partnership.organizations);
  if (!known && content.agreed.length === 0) return undefined;
  const rendered = parts.render(content);
  if (known?.shown === rendered.hash) return undefined;
  const taken = await take(ctx, channelId, known);
  const again: Appointment = { partnershipId, what: SHOW, about: channelId };
  if (!taken) {
    await transaction(ctx, (tx) => setAppointment(tx.db, again, ctx.clock.now()));
    return undefined;
  }
  const put = await showTaken(ctx, taken, rendered, parts);
  // Somebody came meanwhile, with what may be newer than what is shown now.
  const isToLookAgain = await transaction(ctx, (tx) => cancelAppointment(tx.db, again));
  return isToLookAgain ? ((await refreshBoard(ctx, channelId, parts)) ?? put) : put;
}

async function showTaken(
  ctx: Context,
  taken: KnownBoard,
  rendered: Rendered,
  parts: BoardParts,
): Promise<Put> {
  let shown = taken.shown ?? NOTHING_SHOWN;
  try {
    const put = await show(ctx, taken, rendered, parts);
    shown = rendered.hash;
    return put;
  } finally {
    await markShown(ctx.db, ctx.partnership.id, taken.channelId, shown);
  }
}

async function take(
  ctx: Context,
  channelId: string,
  known: KnownBoard | undefined,
): Promise<KnownBoard | undefined> {
  const now = ctx.clock.now();
  const { id: partnershipId } = ctx.partnership;
  if (!known) {
    return insertBoard(ctx.db, partnershipId, channelId, now);
  }
  if (isBeingRefreshed(known, now)) return undefined;
  return (await markTaken(ctx.db, partnershipId, known, now)) ? known : undefined;
}

/** A message that is pinned already stays where it is; else a canvas, and where none can be, a message. */
async function show(
  ctx: Context,
  known: KnownBoard,
  rendered: Rendered,
  parts: BoardParts,
): Promise<Put> {
  const changed = known.pinnedTs && (await changePin(known, known.pinnedTs, rendered, parts));
  if (changed) return changed;
  const put = await putOnCanvas(ctx, known, rendered, parts.board);
  return 'on' in put ? put : postPin(ctx, known, rendered, parts);
}
