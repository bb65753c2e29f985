import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { freePort } from '../../sandbox/free-port.ts';
import { start } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { freshDatabase } from '../support/database.ts';

type Envelope = { readonly envelope_id: string; readonly payload?: { readonly text?: string } };

/** As much of Slack as Socket Mode needs: the door to the socket, and the bot's own name. */
async function startSocketSlack() {
  const answers: Readonly<Record<string, object>> = {
    'apps.connections.open': {},
    'auth.test': { team_id: 'T0CITY', team: 'City', user_id: 'U0GROUND', bot_id: 'B0GROUND' },
    'conversations.info': {
      channel: {
        id: 'C0SHARED',
        name: 'shared',
        is_ext_shared: true,
        connected_team_ids: ['T0QUILL'],
      },
    },
    'conversations.members': { members: ['U0RENATA', 'U0GROUND'] },
    'team.info': { team: { id: 'T0QUILL', name: 'Quillstone' } },
    'users.info': { user: { id: 'U0RENATA', team_id: 'T0CITY', real_name: 'Renata Okafor' } },
  };
  const server = createServer((request, response) => {
    const method = request.url?.replace('/api/', '') ?? '';
    const { port } = server.address() as AddressInfo;
    const url = method === 'apps.connections.open' ? { url: `ws://127.0.0.1:${port}/link` } : {};
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: true, ...answers[method], ...url }));
  });
  const sockets = new WebSocketServer({ server });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const connected = new Promise<WebSocket>((resolve) => {
    sockets.on('connection', (socket) => {
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
      resolve(socket);
    });
  });
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    async send(type: string, payload: object): Promise<Envelope> {
      const socket = await connected;
      const acknowledged = new Promise<Envelope>((resolve) => {
        socket.once('message', (data) => resolve(JSON.parse(String(data)) as Envelope));
      });
      socket.send(
        JSON.stringify({ envelope_id: 'e1', type, payload, accepts_response_payload: true }),
      );
      return acknowledged;
    },
    /** Whatever comes over the socket, byte by byte; what is acknowledged is heard by `acknowledged`. */
    async throw(...frames: readonly string[]): Promise<void> {
      const socket = await connected;
      for (const frame of frames) socket.send(frame);
    },
    async acknowledged(count: number): Promise<readonly string[]> {
      const socket = await connected;
      const ids: string[] = [];
      return new Promise((resolve) => {
        socket.on('message', (data) => {
          ids.push((JSON.parse(String(data)) as Envelope).envelope_id);
          if (ids.length === count) resolve(ids);
        });
      });
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('with an app-level token the bot answers over a socket; its doors are open, and no address stops it', async () => {
  await using slack = await startSocketSlack();
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_APP_TOKEN: 'xapp-test',
    SLACK_API_URL: slack.apiUrl,
    PORT: String(await freePort()),
  });
  expect(config.slack.mode).toBe('socket');
  const log: string[] = [];
  await using bot = await start(config, {
    database: await freshDatabase(),
    log: pino({}, { write: (line: string) => void log.push(line) }),
  });
  const command = {
    command: '/glossary',
    team_id: 'T0CITY',
    user_id: 'U0RENATA',
    channel_id: 'C0SHARED',
    trigger_id: '1.2.3',
    response_url: `${slack.apiUrl}response`,
    is_enterprise_install: 'false',
  };
  const defined = await slack.send('slash_commands', {
    ...command,
    text: 'define MOU = A written agreement',
  });
  expect(defined.envelope_id).toBe('e1');
  expect(defined.payload?.text).toContain('Put forward');
  const found = await slack.send('slash_commands', { ...command, text: 'mou' });
  expect(found.payload?.text).toContain('A written agreement');
  for (const door of ['healthz', 'readyz', 'metrics']) {
    expect((await fetch(`http://127.0.0.1:${bot.port}/${door}`)).status).toBe(200);
  }
  for (const path of ['/', '/%E0%A4%A', '/a-secret-mistyped']) {
    expect((await fetch(`http://127.0.0.1:${bot.port}/${path}`)).status).toBe(404);
  }
  expect(log.join()).not.toContain('a-secret');
});

test('no frame ends the process or leads the bot astray, and what Slack waits for is acknowledged', async () => {
  await using slack = await startSocketSlack();
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_APP_TOKEN: 'xapp-test',
    SLACK_API_URL: slack.apiUrl,
    PORT: String(await freePort()),
  });
  const log: string[] = [];
  await using _bot = await start(config, {
    database: await freshDatabase(),
    log: pino({}, { write: (line: string) => void log.push(line) }),
  });
  const envelope = (id: string, rest: object) => JSON.stringify({ envelope_id: id, ...rest });
  const event = (type: string) => ({ type: 'event_callback', event_id: 'Ev1', event: { type } });
  const ids = slack.acknowledged(9);
  await slack.throw(
    'null',
    '[]',
    '1',
    '"zeppelin"',
    '{"zeppelin',
    '{}',
    '{"type":"events_api"}',
    envelope('a', { type: 'events_api' }),
    envelope('b', { type: 'events_api', payload: null }),
    envelope('c', { type: 'events_api', payload: {} }),
    envelope('d', { type: 'events_api', payload: { type: 'event_callback', event: 'zeppelin' } }),
    envelope('e', { type: 'zeppelin', payload: {} }),
    envelope('f', { type: 'interactive', payload: { type: 'block_actions', actions: [] } }),
    envelope('g', { type: 'slash_commands', payload: { command: '/glossary' } }),
    // Names of the library’s own events, by which it would take the socket for closed.
    envelope('h', { type: 'events_api', payload: event('close') }),
    envelope('i', { type: 'events_api', payload: event('ws_message') }),
  );
  expect((await ids).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
  const answered = await slack.send('slash_commands', {
    command: '/glossary',
    team_id: 'T0CITY',
    user_id: 'U0RENATA',
    channel_id: 'C0SHARED',
    text: 'help',
    response_url: `${slack.apiUrl}response`,
  });
  expect(answered.payload?.text).toContain('glossary');
  expect(log.join()).not.toContain('zeppelin');
  expect(log.filter((line) => line.includes('nothing I know')).length).toBe(14);
});
