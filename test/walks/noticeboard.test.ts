import { describe, expect, test } from 'vitest';
import { threeOrganizations } from '../support/three-organizations.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const AMARA = 'U0AMARA';
const LENA = 'U0LENA';

const FREE_PLAN = 'team_tier_cannot_create_channel_canvases';

/** Two organizations, so one yes makes an agreement. */
async function agree(walk: Walk, line: string): Promise<void> {
  await walk.slack.as(RENATA).command(CHANNEL, `/glossary ${line}`);
  await walk.idle();
  const [, word = ''] = /^(?:define|deprecate) (.+?)(?: =.*|$)/.exec(line) ?? [];
  await walk.slack.as(LENA).says(CHANNEL, `@Common Ground glossary endorse ${word}`);
  await walk.idle();
}

function seen(walk: Walk, userId = LENA) {
  const channel = walk.slack
    .as(userId)
    .sees()
    .channels.find(({ id }) => id === CHANNEL);
  if (!channel) throw new Error('no channel');
  return channel;
}

function pinned(walk: Walk) {
  const { pins, messages } = seen(walk);
  return messages.filter(({ ts }) => pins.includes(ts)).map(({ text }) => text);
}

function boardPosts(walk: Walk) {
  return walk.posts().filter((text) => text.startsWith('*Agreed words*'));
}

function called(walk: Walk, method: string) {
  return walk.slack.calls.filter((call) => call.method === method).length;
}

function failures(walk: Walk) {
  return walk.log.filter((line) => line.includes('job failed'));
}

/** As its people made it. */
function peoplesCanvas(walk: Walk) {
  const channel = walk.slack.state.channels.get(CHANNEL);
  if (!channel) throw new Error('no channel');
  const canvas = {
    ...{ id: 'F0THEIRS', channel, userId: RENATA, createdAt: 0, title: 'Ours' },
    ...{ sections: [{ id: 'temp:C:1', text: 'Minutes' }], isDeleted: false },
  };
  channel.canvas = canvas;
  walk.slack.state.canvases.set(canvas.id, canvas);
}

const board = (walk: Walk) => walk.database.client.noticeboard.findFirst();

test('what is agreed stands on the channel’s canvas, which a bookmark leads to, from the first agreement on', async () => {
  await using walk = await startWalk();
  await walk.slack.as(RENATA).command(CHANNEL, '/glossary define POC = The person to ask');
  await walk.idle();
  expect(seen(walk).canvas).toBeNull();

  await agree(walk, 'define MOU = A written agreement, no contract');
  const first = seen(walk);
  expect(first.canvas?.title).toBe('Agreed words');
  expect(first.canvas?.markdown).toContain('## MOU\n\nA written agreement, no contract');
  expect(first.canvas?.markdown).toContain('- Agreed on 24 November 2026');
  expect(first.canvas?.markdown).not.toContain('The person to ask');
  const link = `https://alderfalls.slack.com/docs/T0CITY/${first.canvas?.id}`;
  expect(first.bookmarks).toMatchObject([{ title: 'Agreed words', link }]);

  await agree(walk, 'define referral = A request for a service');
  const second = seen(walk, RENATA);
  expect(second.canvas?.id).toBe(first.canvas?.id);
  expect(second.canvas?.markdown).toMatch(/## MOU[\s\S]+## referral/);
  expect(second.bookmarks).toEqual(first.bookmarks);
  expect(called(walk, 'conversations.canvases.create')).toBe(1);
  expect(called(walk, 'canvases.edit')).toBe(1);
  expect(boardPosts(walk)).toEqual([]);

  const before = walk.slack.calls.length;
  const ctx = await walk.bot.contextFor((await board(walk))?.partnershipId ?? '');
  await ctx.jobs.add(ctx.db as never, 'noticeboard.refresh', { partnershipId: ctx.partnership.id });
  await walk.idle();
  expect(walk.slack.calls.length).toBe(before);

  await agree(walk, 'deprecate MOU');
  await agree(walk, 'deprecate referral');
  const last = seen(walk).canvas?.markdown;
  expect(last).toContain('Nothing is agreed at the moment.');
  expect(last).toMatch(/## Not used any more\n\n- \*\*MOU\*\*\n- \*\*referral\*\*/);
});

test('what becomes agreed when the waiting days are over is on the canvas then', async () => {
  await using walk = await startWalk();
  await threeOrganizations(walk, { floor: 2 });
  await agree(walk, 'define MOU = A written agreement');
  await walk.slack.as(AMARA).command(CHANNEL, '/glossary endorse MOU');
  await walk.idle();
  expect(seen(walk).canvas).toBeNull();
  walk.clock.moveTo('2026-12-01T15:00:00Z');
  await walk.bot.tick();
  await walk.idle();
  expect(seen(walk).canvas?.markdown).toContain('## MOU');
});

describe('where Slack’s plan allows no canvas', () => {
  test('one message is pinned, and changed from then on', async () => {
    await using walk = await startWalk({ refuseCanvases: FREE_PLAN });
    await agree(walk, 'define MOU = A written agreement');
    await agree(walk, 'define referral = A request for a service');
    expect(seen(walk)).toMatchObject({ canvas: null, bookmarks: [] });
    expect(boardPosts(walk)).toEqual(pinned(walk));
    expect(pinned(walk)).toHaveLength(1);
    expect(pinned(walk)[0]).toMatch(/\*MOU\*: A written agreement\n• \*referral\*/);
    expect(pinned(walk)[0]).toContain('`@common-ground glossary WORD`');

    const { pins } = seen(walk);
    walk.slack.state.channels.get(CHANNEL)?.pins.splice(0);
    await agree(walk, 'define POC = The person to ask');
    expect(pinned(walk)).toEqual([]);
    expect(boardPosts(walk)[0]).toContain('*POC*');

    walk.slack.fault.api('chat.update', { kind: 'error', error: 'message_not_found' }, 1);
    await agree(walk, 'define intake = The first talk');
    expect(seen(walk).pins).toHaveLength(1);
    expect(seen(walk).pins).not.toEqual(pins);
    expect(boardPosts(walk)).toHaveLength(2);
    expect(pinned(walk)[0]).toContain('*intake*');
    expect(failures(walk)).toEqual([]);
  });

  test('a message that Slack did not pin at once, because it was asked too much, is pinned later', async () => {
    await using walk = await startWalk({ refuseCanvases: FREE_PLAN });
    walk.slack.fault.api('pins.add', { kind: 'rate-limited' });
    await agree(walk, 'define MOU = A written agreement');
    expect(boardPosts(walk)).toHaveLength(1);
    expect(boardPosts(walk)).toEqual(pinned(walk));
  });
});

test('a canvas that people made is theirs: the words are pinned instead', async () => {
  await using walk = await startWalk();
  peoplesCanvas(walk);
  await agree(walk, 'define MOU = A written agreement');
  await agree(walk, 'define POC = The person to ask');
  expect(seen(walk).canvas).toEqual({ id: 'F0THEIRS', title: 'Ours', markdown: 'Minutes' });
  expect(called(walk, 'canvases.edit')).toBe(0);
  expect(pinned(walk)).toHaveLength(1);
  expect(pinned(walk)[0]).toContain('*POC*');
});

test('a canvas of the bot whose answer got lost is taken up; one that people deleted is made anew', async () => {
  await using walk = await startWalk();
  walk.slack.fault.api('conversations.canvases.create', { kind: 'reset' });
  await agree(walk, 'define MOU = A written agreement');
  const first = seen(walk);
  expect(first.canvas?.markdown).toContain('## MOU');
  expect((await board(walk))?.canvasId).toBe(first.canvas?.id);
  expect(first.bookmarks).toHaveLength(1);
  expect(boardPosts(walk)).toEqual([]);

  const channel = walk.slack.state.channels.get(CHANNEL);
  if (channel?.canvas) channel.canvas.isDeleted = true;
  delete channel?.canvas;
  await agree(walk, 'define POC = The person to ask');
  const second = seen(walk);
  expect(second.canvas?.markdown).toMatch(/## MOU[\s\S]+## POC/);
  expect(second.canvas?.id).not.toBe(first.canvas?.id);
  expect(second.bookmarks).toHaveLength(1);
  expect(second.bookmarks[0]?.link).toContain(second.canvas?.id);
});

test('where nobody allowed it anything the bot is silent, and begins once it may', async () => {
  await using walk = await startWalk({
    withoutScopes: ['canvases:write', 'pins:write', 'bookmarks:write'],
  });
  await agree(walk, 'define MOU = A written agreement');
  expect(boardPosts(walk)).toEqual([]);
  expect(seen(walk)).toMatchObject({ canvas: null, pins: [], bookmarks: [] });
  expect(failures(walk)).toEqual([]);
  expect(walk.log.filter((line) => line.includes('no noticeboard here'))).toHaveLength(1);
  walk.slack.fault.grantScopes('canvases:write');
  await agree(walk, 'define POC = The person to ask');
  expect(seen(walk).canvas?.markdown).toMatch(/## MOU[\s\S]+## POC/);
  expect(seen(walk).bookmarks).toEqual([]);
  walk.slack.fault.grantScopes('bookmarks:write');
  await agree(walk, 'define intake = The first talk');
  expect(seen(walk).bookmarks).toHaveLength(1);
});

test('words that would ping, link or head a page are plain on both kinds of board', async () => {
  const hostile =
    '# Big ![](@U0LENA) ![x](https://evil.example/x.png) [click](https://evil.example) <!channel> <@U0LENA> | `code` ![](#C0OPENDOORS)';
  for (const options of [{}, { refuseCanvases: FREE_PLAN }]) {
    await using walk = await startWalk(options);
    await agree(walk, `define PING = ${hostile}`);
    const { canvas, messages, pins } = seen(walk);
    const shown = canvas?.markdown ?? '';
    expect(shown.match(/^#/gm)?.length ?? 0).toBe(canvas ? 1 : 0);
    expect(shown).not.toMatch(/[^\\]!?\]\(|[^\\]<|[^\\]https?:\/\//);
    expect(messages.filter(({ isBot }) => isBot).flatMap(({ pings }) => pings)).toEqual([]);
    expect(pins).toHaveLength(canvas ? 0 : 1);
  }
});
