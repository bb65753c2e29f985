import { expect, test } from 'vitest';
import type { SimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import { call, startSlackAlone } from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';
const view = { type: 'modal', title: { type: 'plain_text', text: 'Hello' }, blocks: [] };

type Tickets = { readonly trigger_id: string; readonly response_url: string };

function lastBody(slack: SimulatedSlack): Tickets {
  return (slack.deliveries.at(-1) as { body: unknown }).body as Tickets;
}

async function ticketsOfCommand(slack: SimulatedSlack, userId = 'U0RENATA'): Promise<Tickets> {
  await slack.as(userId).command(CHANNEL, '/glossary');
  return lastBody(slack);
}

async function respond(url: string, body: object): Promise<[number, unknown]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return [response.status, await response.json()];
}

test('a trigger opens one view, within three seconds', async () => {
  let time = 0;
  await using slack = await startSlackAlone({ realNow: () => time });
  const { trigger_id } = await ticketsOfCommand(slack);
  time = 2900;
  const open = async (id: string) =>
    (await call(slack, 'views.open', { trigger_id: id, view })).answer;
  expect(await open(trigger_id)).toMatchObject({ ok: true, view: { team_id: 'T0CITY' } });
  expect(await open(trigger_id)).toMatchObject({ error: 'exchanged_trigger_id' });
  const second = await ticketsOfCommand(slack);
  time += 3001;
  expect(await open(second.trigger_id)).toMatchObject({ error: 'expired_trigger_id' });
  expect(await open('made.up')).toMatchObject({ error: 'invalid_trigger_id' });
});

test('a refused view leaves its trigger unused', async () => {
  await using slack = await startSlackAlone();
  const { trigger_id } = await ticketsOfCommand(slack);
  const long = { ...view, title: { type: 'plain_text', text: 'x'.repeat(25) } };
  const { answer } = await call(slack, 'views.open', { trigger_id, view: long });
  expect(answer).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: {
      messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
    },
  });
  expect((await call(slack, 'views.open', { trigger_id, view })).answer.ok).toBe(true);
});

test('a response_url answers five times', async () => {
  await using slack = await startSlackAlone();
  const { response_url } = await ticketsOfCommand(slack);
  for (let use = 1; use <= 5; use += 1) {
    expect(await respond(response_url, { text: `${use}` })).toEqual([200, { ok: true }]);
  }
  expect(await respond(response_url, { text: '6' })).toEqual([
    404,
    { ok: false, error: 'used_url' },
  ]);
  const [channel] = slack.as('U0RENATA').sees().channels;
  expect(channel?.messages).toHaveLength(5);
  expect(channel?.messages.every(({ isEphemeral }) => isEphemeral)).toBe(true);
});

test('a response_url answers for thirty minutes of the world’s clock', async () => {
  let now = new Date('2026-11-23T09:00:00Z');
  await using slack = await startSlackAlone({ now: () => now });
  const { response_url } = await ticketsOfCommand(slack);
  now = new Date('2026-11-23T09:29:00Z');
  expect((await respond(response_url, { text: 'in time' }))[0]).toBe(200);
  now = new Date('2026-11-23T09:31:00Z');
  expect(await respond(response_url, { text: 'late' })).toEqual([
    404,
    { ok: false, error: 'expired_url' },
  ]);
});

test('a response_url posts for all, replaces and deletes what it belongs to', async () => {
  await using slack = await startSlackAlone();
  const elements = [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }];
  const blocks = [{ type: 'actions', elements }];
  const args = { channel: CHANNEL, user: 'U0LENA', text: 'Only you', blocks };
  const { answer } = await call(slack, 'chat.postEphemeral', args);
  const lena = slack.as('U0LENA');
  await lena.click({ messageTs: answer.message_ts as string }, 'go');
  const { response_url, ...payload } = lastBody(slack);
  expect(payload).toMatchObject({ container: { is_ephemeral: true } });
  expect(payload).not.toHaveProperty('message');

  await respond(response_url, {
    text: 'Changed',
    replace_original: true,
    response_type: 'in_channel',
  });
  await respond(response_url, { text: 'Shared', response_type: 'in_channel' });
  const texts = (userId: string) =>
    slack
      .as(userId)
      .sees()
      .channels[0]?.messages.map(({ text }) => text);
  expect(texts('U0LENA')).toEqual(['Changed', 'Shared']);
  expect(texts('U0THEO')).toEqual(['Shared']);
  await respond(response_url, { delete_original: true });
  expect(texts('U0LENA')).toEqual(['Shared']);
});
