import { request } from 'node:http';
import { expect, test } from 'vitest';
import type { SimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import { call, startPeer, startSlackAlone } from './support/peer.ts';

type Told = { readonly status: number; readonly body: Record<string, unknown> };

async function tell(slack: SimulatedSlack, path: string, order?: object): Promise<Told> {
  const response = await fetch(`${slack.url}/control/${path}`, {
    ...(order && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('a script can do what a person can', async () => {
  await using peer = await startPeer((app) => {
    app.command('/glossary', ({ ack }) => ack('MOU: …'));
    app.event('app_mention', async ({ say }) => void (await say('Here I am')));
  });
  const { slack } = peer;
  const place = { as: 'U0RENATA', channel: 'C0OPENDOORS' };
  const command = await tell(slack, 'command', { ...place, text: '/glossary MOU' });
  expect(command.body).toMatchObject({ status: 200, message: { text: 'MOU: …' } });
  await tell(slack, 'message', { ...place, text: '@Common Ground hello' });
  await slack.until(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
  const seen = await tell(slack, 'sees?as=U0RENATA');
  expect(seen.body).toMatchObject({
    channels: [
      { messages: [{ isEphemeral: true }, { text: '<@U0GROUND> hello' }, { isBot: true }] },
      {},
      {},
      {},
    ],
  });
  const calls = await tell(slack, 'calls?since=0');
  expect(calls.body.next).toBe(slack.calls.length);
  expect((await tell(slack, 'world')).body).toMatchObject({ app: { name: 'Common Ground' } });
});

test('a script uploads, sends and gets files', async () => {
  await using slack = await startSlackAlone();
  const as = 'U0LENA';
  const base64 = Buffer.from('a,ß').toString('base64');
  const { body } = await tell(slack, 'upload', { as, name: 'Ärger <1>.csv', base64 });
  const files = [body.file];
  await tell(slack, 'message', { as, channel: 'C0OPENDOORS', files });
  await tell(slack, 'dm', { as, text: 'Look', files });
  const seen = await tell(slack, 'sees?as=U0LENA');
  expect(seen.body).toMatchObject({
    channels: [
      { messages: [{ text: '', files: [{ id: body.file, name: 'Ärger <1>.csv' }] }] },
      {},
      {},
    ],
    dm: [{ text: 'Look', files: [{ size: 4, mimetype: 'text/csv' }] }],
  });
  const got = await fetch(`${slack.url}/control/file?as=U0RENATA&id=${body.file}`);
  expect(await got.text()).toBe('a,ß');
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'text/csv',
    'content-disposition': "attachment; filename*=UTF-8''%C3%84rger%20%3C1%3E.csv",
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  });
  const missing = await tell(slack, 'file?as=U0RENATA&id=F0NONE');
  expect(missing.status).toBe(400);
  expect(missing.body.error).toContain('sees no file F0NONE');
});

test('scopes and canvases are taken away and given back by order', async () => {
  await using slack = await startSlackAlone();
  const scopes = ['files:read'];
  const granted = async () => {
    const { body } = await tell(slack, 'world');
    return (body.scopes as { granted: string[] }).granted.includes('files:read');
  };
  await tell(slack, 'fault', { kind: 'withhold-scopes', scopes });
  expect(await granted()).toBe(false);
  await tell(slack, 'fault', { kind: 'grant-scopes', scopes });
  expect(await granted()).toBe(true);
  await tell(slack, 'fault', { kind: 'refuse-canvases', error: 'restricted_action' });
  const create = async () => {
    const channel = { channel_id: 'C0OPENDOORS' };
    return (await call(slack, 'conversations.canvases.create', channel)).answer;
  };
  expect(await create()).toMatchObject({ error: 'restricted_action' });
  await tell(slack, 'fault', { kind: 'refuse-canvases', on: false });
  expect(await create()).toMatchObject({ ok: true });
  const segments = [{ label: 'done', value: 1 }];
  const chart = { type: 'data_visualization', title: 'x', chart: { type: 'pie', segments } };
  const draw = async () => {
    const message = { channel: 'C0OPENDOORS', text: 'x', blocks: [chart] };
    return (await call(slack, 'chat.postMessage', message)).answer;
  };
  const group = { users: 'U0MARCUS,U0LENA' };
  await tell(slack, 'fault', { kind: 'refuse-groups', error: 'no_permission' });
  const refused = await call(slack, 'conversations.open', group);
  expect(refused.answer.error).toBe('no_permission');
  await tell(slack, 'fault', { kind: 'refuse-groups', on: false });
  expect((await call(slack, 'conversations.open', group)).answer.ok).toBe(true);
  await tell(slack, 'fault', { kind: 'refuse-charts' });
  expect(await draw()).toMatchObject({ error: 'invalid_blocks' });
  await tell(slack, 'fault', { kind: 'refuse-charts', on: false });
  expect(await draw()).toMatchObject({ ok: true });
});

test('faults are ordered by name', async () => {
  await using slack = await startSlackAlone();
  await tell(slack, 'fault', { kind: 'api', method: 'auth.test', answer: 'rate-limited' });
  const limited = await fetch(`${slack.apiUrl}auth.test`);
  expect(limited.status).toBe(429);
  await tell(slack, 'fault', { kind: 'archive', channel: 'C0DELIVERY' });
  expect(slack.state.channels.get('C0DELIVERY')?.isArchived).toBe(true);
});

test('a wrong order is refused with what would be right', async () => {
  await using slack = await startSlackAlone();
  const error = async (path: string, order?: object) => {
    const { status, body } = await tell(slack, path, order);
    return `${status} ${body.error}`;
  };
  expect(await error('message', {})).toMatch(/^400 Say who acts: .*U0RENATA/);
  expect(await error('message', { as: 'U0RENATA' })).toContain('“channel” is needed');
  expect(await error('dm', { as: 'U0NOBODY', text: 'x' })).toContain('Nobody in this world');
  expect(await error('message', { as: 'U0LENA', channel: 'C0OPENDOORS', files: 'F1' })).toContain(
    '“files” is a list of ids',
  );
  expect(await error('fault', { kind: 'grant-scopes' })).toContain('“scopes” is needed');
  expect(await error('file?as=U0RENATA')).toContain('/control/file?as=');
  expect(await error('fault', { kind: 'flood' })).toContain('“kind” is one of api, ');
  expect(await error('clock', { advance: 'day' })).toContain('without a clock');
  expect(await error('sees')).toContain('?as=U0RENATA');
  expect(await error('dance', {})).toMatch(/^404 There is no \/control\/dance/);
});

test('the clock is moved through the hook', async () => {
  let now = new Date('2026-11-23T09:00:00Z');
  const clock = {
    now: () => now,
    advance: async () => {
      now = new Date('2026-11-24T09:00:00Z');
      return now;
    },
  };
  let isReady = false;
  await using slack = await startSlackAlone({ clock, now: () => now, ready: () => isReady });
  expect((await tell(slack, 'ready')).body).toEqual({ ready: false });
  const early = await tell(slack, 'clock', { advance: 'day' });
  expect(early.body).toEqual({ error: 'The bot is still starting; ask again in a moment' });
  isReady = true;
  const moved = await tell(slack, 'clock', { advance: 'day' });
  expect(moved.body).toEqual({ now: '2026-11-24T09:00:00.000Z' });
  expect((await tell(slack, 'clock', { advance: 'year' })).status).toBe(400);
});

test('only loopback names, own origins and JSON are served', async () => {
  await using slack = await startSlackAlone();
  const { port } = new URL(slack.url);
  const status = (headers: Record<string, string>, method = 'GET') =>
    new Promise<number | undefined>((resolve) => {
      const path = method === 'GET' ? '/control/world' : '/control/home';
      const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.end(method === 'GET' ? undefined : '{"as":"U0RENATA"}');
    });
  expect(await status({ host: `localhost:${port}` })).toBe(200);
  expect(await status({ host: 'rebound.example' })).toBe(403);
  expect(await status({ origin: 'https://elsewhere.example' })).toBe(403);
  expect(await status({ 'content-type': 'text/plain' }, 'POST')).toBe(415);
  expect(await status({ 'content-type': 'application/json' }, 'POST')).toBe(200);
});

test('changes are streamed, and pages come from the same port', async () => {
  await using slack = await startSlackAlone({
    pages: (request, response) => {
      if (request.url !== '/') return false;
      response.end('<!doctype html>');
      return true;
    },
  });
  expect(await (await fetch(slack.url)).text()).toBe('<!doctype html>');
  expect((await fetch(`${slack.url}/missing`)).status).toBe(404);
  const stream = await fetch(`${slack.url}/control/stream`);
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toContain('event: changed');
  await slack.as('U0RENATA').says('C0OPENDOORS', 'Hello');
  expect(await next()).toContain('event: changed');
  await reader.cancel();
});
