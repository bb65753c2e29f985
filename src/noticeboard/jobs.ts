import { createHash } from 'node:crypto';
import { type Context, transaction } from '../context.ts';
import type { Logger } from '../log.ts';
import type { HandlersOf } from '../schedule/queue.ts';
import type { Board } from '../slack/board.ts';
import type { Poster } from '../slack/post.ts';
import type { BoardContent } from './board-content.ts';
import { type Rendered, refreshBoard, SHOW } from './refresh-board.ts';
import { canvasMarkdown } from './slack/canvas-view.ts';
import { pinnedMessage } from './slack/pinned-view.ts';
import { BOARD_TITLE } from './slack/words.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'noticeboard.refresh': true;
    'noticeboard.show': true;
  }
}

export type NoticeboardParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly board: Board;
  readonly poster: Poster;
  readonly log: Logger;
};

/** What is agreed is kept in view in every channel of the partnership. */
export function noticeboardJobs({
  contextFor,
  log,
  ...doors
}: NoticeboardParts): HandlersOf<'noticeboard.refresh' | 'noticeboard.show'> {
  async function show(ctx: Context, channelId: string): Promise<void> {
    const put = await refreshBoard(ctx, channelId, { ...doors, render });
    if (put && 'refused' in put) {
      log.info({ channelId, code: put.refused }, 'no noticeboard here: Slack refuses it');
    }
  }

  return {
    /** Each channel by itself, where there are several: what Slack puts off in one holds up no other. */
    'noticeboard.refresh': async ({ partnershipId = '' }) => {
      const ctx = await contextFor(partnershipId);
      const [only, ...others] = ctx.partnership.channelIds;
      if (only !== undefined && others.length === 0) return show(ctx, only);
      await transaction(ctx, async (tx) => {
        for (const about of ctx.partnership.channelIds) {
          await tx.jobs.add(tx.db, SHOW, { partnershipId, about });
        }
      });
    },
    [SHOW]: async ({ partnershipId = '', about: channelId = '' }) => {
      const ctx = await contextFor(partnershipId);
      if (ctx.partnership.channelIds.includes(channelId)) await show(ctx, channelId);
    },
  };
}

function render(content: BoardContent): Rendered {
  const markdown = canvasMarkdown(content);
  return {
    title: BOARD_TITLE,
    markdown,
    message: pinnedMessage(content),
    hash: createHash('sha256').update(markdown).digest('hex'),
  };
}
