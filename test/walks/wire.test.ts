import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedHeaders } from '../../sandbox/slack/signature.ts';
import { CHANNEL, startWalk, type Walk } from '../support/walk.ts';

const RENATA = 'U0RENATA';
const CANARY = 'zeppelin';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

let walk: Walk;

beforeAll(async () => {
  walk = await startWalk();
});

afterAll(async () => {
  await walk[Symbol.asyncDispose]();
});

/** Whatever is signed by Slack, byte by byte. */
async function post(body: string, contentType: string): Promise<Response> {
  const headers = {
    'content-type': contentType,
    ...signedHeaders(walk.slack.signingSecret, body),
  };
  const address = `http://127.0.0.1:${walk.bot.port}/slack/events`;
  const signal = AbortSignal.timeout(2_500);
  return fetch(address, { method: 'POST', headers, body, signal });
}

const form = (payload: object | string) =>
  new URLSearchParams({
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  }).toString();

const renata = { id: RENATA, team_id: 'T0CITY', name: 'renata' };
const pressed = { type: 'block_actions', user: renata, team: { id: 'T0CITY' } };
const sent = { type: 'view_submission', user: renata, team: { id: 'T0CITY' } };
const event = { type: 'event_callback', event_id: 'Ev0WIRE', team_id: 'T0CITY' };
const view = { type: 'modal', callback_id: 'glossary.define', blocks: [], private_metadata: '' };

const NOTHING_KNOWN: readonly (readonly [string, string, string])[] = [
  ['null', 'null', JSON_TYPE],
  ['a list', '[]', JSON_TYPE],
  ['a number', '1', JSON_TYPE],
  ['a text', `"${CANARY}"`, JSON_TYPE],
  ['nothing in it', '{}', JSON_TYPE],
  ['no JSON', `{"${CANARY}`, JSON_TYPE],
  ['nothing at all', '', JSON_TYPE],
  ['nothing for ever', '['.repeat(60_000) + ']'.repeat(60_000), JSON_TYPE],
  ['null in a form', 'payload=null', FORM_TYPE],
  ['no JSON in a form', `payload={${CANARY}`, FORM_TYPE],
  ['two payloads', 'payload={}&payload={}', FORM_TYPE],
  ['a form without a payload', `${CANARY}=1`, FORM_TYPE],
  ['an event without itself', JSON.stringify(event), JSON_TYPE],
  ['an event that is a word', JSON.stringify({ ...event, event: CANARY }), JSON_TYPE],
  [
    'a message in a list of channels',
    JSON.stringify({ ...event, event: { type: 'message', channel: [CANARY], ts: '1.2' } }),
    JSON_TYPE,
  ],
  ['a press of nothing', form({ ...pressed, actions: [] }), FORM_TYPE],
  ['a press without actions', form(pressed), FORM_TYPE],
  [
    'a press of nobody',
    form({ type: 'block_actions', actions: [{ action_id: CANARY, block_id: '1' }] }),
    FORM_TYPE,
  ],
  ['a form without its state', form({ ...sent, view }), FORM_TYPE],
  ['a form of nobody', form({ type: 'view_submission', view }), FORM_TYPE],
  ['a command of nobody', `command=%2Fglossary&text=${CANARY}&channel_id=${CHANNEL}`, FORM_TYPE],
  ['a command with two texts', `command=%2Fglossary&user_id=U1&text=a&text=${CANARY}`, FORM_TYPE],
  ['an event and a press at once', form({ ...pressed, event: CANARY, actions: [] }), FORM_TYPE],
  ['an unknown kind', form({ type: CANARY, user: renata }), FORM_TYPE],
];

describe('what is nothing that the bot knows', () => {
  test.each(NOTHING_KNOWN)('is acknowledged at once: %s', async (_name, body, contentType) => {
    const before = walk.log.length;
    const { status } = await post(body, contentType);
    expect(status).toBe(200);
    await walk.idle();
    const lines = walk.log.slice(before).map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ level: 40, msg: expect.stringContaining('nothing I know') }]);
  });

  test('is counted, and none of its words are in the log', async () => {
    const text = await (await fetch(`http://127.0.0.1:${walk.bot.port}/metrics`)).text();
    expect(text).toContain(
      'common_ground_unread_payloads_total{kind="event",why="of another shape"} 3',
    );
    expect(walk.log.join()).not.toContain(CANARY);
  });

  test('is acknowledged at once too where nobody listens', async () => {
    const actions = [{ action_id: 'of.an.older.version', block_id: '1', value: CANARY }];
    expect((await post(form({ ...pressed, actions }), FORM_TYPE)).status).toBe(200);
  });

  test('makes a sentence for whoever can be told', async () => {
    const command = `command=%2Fglossary&user_id=${RENATA}&text=a&text=b&channel_id=${CHANNEL}`;
    expect(await (await post(command, FORM_TYPE)).text()).toContain('couldn’t read');
    const submitted = await post(form({ ...sent, view }), FORM_TYPE);
    expect(await submitted.text()).toContain('couldn’t read');
    await post(form({ ...pressed, channel: { id: CHANNEL }, actions: [] }), FORM_TYPE);
    await walk.idle();
    expect(walk.answer(RENATA)).toContain('couldn’t read');
  });

  test('leaves the bot as it was', async () => {
    await walk.slack.as(RENATA).command(CHANNEL, '/glossary define MOU = A written agreement');
    await walk.slack.as(RENATA).command(CHANNEL, '/glossary MOU');
    expect(walk.answer(RENATA)).toContain('A written agreement');
  });
});

test.each([
  ['U+0000', '\0'],
  ['half a surrogate pair', '\ud800'],
  ['two halves in the wrong order', '\udc00\ud800'],
])('%s is no part of what was said, at any door', async (_name, letter) => {
  const renata = walk.slack.as(RENATA);
  await renata.dm(`glossary define H${letter}UB = A place${letter} to meet`);
  await renata.says(CHANNEL, `@Common Ground glossary H${letter}UB`);
  await renata.command(CHANNEL, `/glossary object HUB because it is${letter} vague`);
  await walk.idle();
  expect(renata.sees().dm.at(-1)?.text).toMatch(/H.{0,2}UB/);
  const kept = await walk.database.client.inboxEvent.findMany({ where: { handledAt: null } });
  expect(kept).toEqual([]);
  expect(walk.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test.each([
  ['glossary.endorse', 'garbage 1 C0OPENDOORS'],
  ['glossary.endorse', ''],
  ['glossary.history', '- 0 C0OPENDOORS'],
  ['milestones.show.0', 'garbage 99999999999999 - C0OPENDOORS'],
  ['milestones.confirm.0', 'frobnicate C0OPENDOORS 2026-99-99 public title'],
  ['exchange.confirm', "' 0 - C0OPENDOORS"],
  ['notices.stop.0', 'question C0OPENDOORS garbage'],
  ['upkeep.confirm', 'C0OPENDOORS -1 garbage:x'],
  ['spotting.mute', 'garbage C0OPENDOORS'],
])(
  'a button %s that brings back %j says that it is about nothing here',
  async (action_id, value) => {
    const actions = [{ action_id, block_id: '1', value }];
    await post(form({ ...pressed, channel: { id: CHANNEL }, actions }), FORM_TYPE);
    await walk.idle();
    expect(walk.answer(RENATA)).toContain('What this is about isn’t here');
  },
);

test('only what Slack signed is heard, and a long request is not read to its end', async () => {
  const address = `http://127.0.0.1:${walk.bot.port}/slack/events`;
  expect((await fetch(address, { method: 'POST', body: '{}' })).status).toBe(401);
  expect((await post('x'.repeat(5_000_000), JSON_TYPE)).status).toBe(413);
  expect((await post('ssl_check=1', FORM_TYPE)).status).toBe(200);
  const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
  expect(await (await post(challenge, JSON_TYPE)).json()).toEqual({ challenge: 'abc' });
});
