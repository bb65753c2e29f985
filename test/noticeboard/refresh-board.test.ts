import { expect, test } from 'vitest';
import { answer } from '../../src/agreements/answer.ts';
import type { Context } from '../../src/context.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { termAgreeable } from '../../src/glossary/agreeable.ts';
import { defineTerm } from '../../src/glossary/define-term.ts';
import {
  type BoardParts,
  type Rendered,
  refreshBoard,
} from '../../src/noticeboard/refresh-board.ts';
import { claimAppointments } from '../../src/schedule/appointments.ts';
import type { Board } from '../../src/slack/board.ts';
import type { Poster } from '../../src/slack/post.ts';
import { founded, type Ground, NOON } from '../partnerships/ground.ts';

/** A canvas that takes its time: each writing waits until it is let go. */
function slowCanvas() {
  const written: string[] = [];
  const waiting: (() => void)[] = [];
  const write = async (markdown: string) => {
    await new Promise<void>((go) => waiting.push(go));
    written.push(markdown);
  };
  const board: Board = {
    async createCanvas(_channelId, { markdown }) {
      await write(markdown);
      return { done: 'F1' };
    },
    async rewriteCanvas(_canvasId, markdown) {
      await write(markdown);
      return { done: true };
    },
    findOwnCanvas: async () => undefined,
    findLink: async () => undefined,
    addBookmark: async () => ({ refused: 'missing_scope' }),
    moveBookmark: async () => ({ refused: 'missing_scope' }),
    mayPin: async () => false,
    pin: async () => ({ refused: 'missing_scope' }),
  };
  const render = (content: Parameters<BoardParts['render']>[0]): Rendered => {
    const markdown = content.agreed.map(({ word }) => word).join(', ');
    return { title: 'Agreed', markdown, message: { text: markdown }, hash: markdown };
  };
  const letGo = async () => {
    while (waiting.length === 0) await new Promise(setImmediate);
    waiting.shift()?.();
  };
  return { written, letGo, parts: { board, poster: {} as Poster, render } };
}

async function agreedGround(...terms: readonly string[]) {
  const ground = await founded();
  await ground.join('UADA', 'City of Alder Falls');
  await ground.join('UQUINN', 'Quill');
  for (const text of terms) await agree(ground, text);
  const ctx = await ground.as('UADA');
  return { ground, ctx, channelId: ctx.partnership.channelIds[0] ?? '' };
}

async function agree(ground: Ground, text: string): Promise<void> {
  const content = { definition: `what ${text} means` };
  const { entry } = await defineTerm(await ground.as('UADA'), { text, content });
  await answer(await ground.as('UQUINN'), termAgreeable, { subjectId: entry.id, kind: 'endorse' });
}

const at = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  clock: { now: () => new Date(NOON.getTime() + minutes * 60_000) },
});

async function claimed(ctx: Context): Promise<readonly unknown[]> {
  const jobs: unknown[] = [];
  const add = async (_tx: unknown, name: string, data: object) => void jobs.push({ name, ...data });
  await inTransaction(ctx.db, (tx) =>
    claimAppointments(tx, { add, names: ['noticeboard.show'] }, ctx.clock.now()),
  );
  return jobs;
}

test('whoever comes while somebody is at it makes an appointment, and nothing is made twice', async () => {
  const { ground, ctx, channelId } = await agreedGround('MOU');
  const { written, letGo, parts } = slowCanvas();
  const first = refreshBoard(ctx, channelId, parts);
  while (!(await ground.db.noticeboard.findFirst({ where: { channelId } }))) {
    await new Promise(setImmediate);
  }
  await agree(ground, 'POC');
  for (const _ of [1, 2]) expect(await refreshBoard(ctx, channelId, parts)).toBeUndefined();
  const { partnershipId } = ground;
  expect(await claimed(ctx)).toMatchObject([
    { name: 'noticeboard.show', partnershipId, about: channelId },
  ]);
  await refreshBoard(ctx, channelId, parts);
  await letGo();
  await letGo();
  expect(await first).toEqual({ on: 'canvas' });
  expect(written).toEqual(['MOU', 'MOU, POC']);
  expect(await claimed(ctx)).toEqual([]);
  expect(await refreshBoard(ctx, channelId, parts)).toBeUndefined();
});

test('what was cut off is taken up again after some minutes, not before', async () => {
  const { ground, ctx, channelId } = await agreedGround('MOU');
  const { written, letGo, parts } = slowCanvas();
  const data = { partnershipId: ground.partnershipId, channelId, refreshedAt: NOON };
  await ground.db.noticeboard.create({ data: { ...data, canvasId: 'F1' } });
  await refreshBoard(at(ctx, 4), channelId, parts);
  expect(written).toEqual([]);
  const later = refreshBoard(at(ctx, 6), channelId, parts);
  await letGo();
  expect(await later).toEqual({ on: 'canvas' });
  expect(written).toEqual(['MOU']);
});

test('where nothing was ever agreed no board is made', async () => {
  const { ground, ctx, channelId } = await agreedGround();
  await defineTerm(await ground.as('UADA'), { text: 'POC', content: { definition: 'a person' } });
  expect(await refreshBoard(ctx, channelId, slowCanvas().parts)).toBeUndefined();
  expect(await ground.db.noticeboard.findFirst({ where: { channelId } })).toBeNull();
});

test('a failure leaves the board to the next try', async () => {
  const { ctx, channelId } = await agreedGround('MOU');
  const { written, letGo, parts } = slowCanvas();
  const createCanvas = async () => Promise.reject(new Error('no answer'));
  const failing = { ...parts, board: { ...parts.board, createCanvas } };
  await expect(refreshBoard(ctx, channelId, failing)).rejects.toThrow('no answer');
  const next = refreshBoard(ctx, channelId, parts);
  await letGo();
  expect(await next).toEqual({ on: 'canvas' });
  expect(written).toEqual(['MOU']);
});

test('a message whose answer got lost is not posted again until there are other words', async () => {
  const { ground, ctx, channelId } = await agreedGround('MOU');
  const posted: string[] = [];
  const poster = {
    async post(_channelId: string, { text }: { text: string }) {
      posted.push(text);
      if (posted.length === 1) throw new Error('no answer');
      return '1.2';
    },
  } as unknown as Poster;
  const { parts } = slowCanvas();
  const refused = async () => ({ refused: 'team_tier_cannot_create_channel_canvases' });
  const board = { ...parts.board, createCanvas: refused, mayPin: async () => true };
  const pinning = { ...parts, poster, board };
  await expect(refreshBoard(ctx, channelId, pinning)).rejects.toThrow('no answer');
  expect(await refreshBoard(ctx, channelId, pinning)).toEqual({ refused: 'answer_lost' });
  expect(await refreshBoard(ctx, channelId, pinning)).toBeUndefined();
  expect(posted).toEqual(['MOU']);
  await agree(ground, 'POC');
  await refreshBoard(ctx, channelId, pinning);
  expect(posted).toEqual(['MOU', 'MOU, POC']);
});
