import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { readBody } from '../../sandbox/slack/http.ts';
import type { SimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import { manifest, startPeer, startSlackAlone } from './support/peer.ts';

const CHANNEL = 'C0OPENDOORS';
const mention = (slack: SimulatedSlack, text = 'hello') =>
  slack.as('U0RENATA').says(CHANNEL, `@Common Ground ${text}`);

/** A bare server in the bot's place, which answers as told. */
async function startAnswering(answer: (attempt: number) => [number, Record<string, string>?]) {
  const requests: { headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ headers: request.headers, body: await readBody(request) });
    const [status, headers] = answer(requests.length);
    if (status > 0) response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.dispose]: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('an event carries a v0 signature over its raw body', async () => {
  using bot = await startAnswering(() => [200]);
  await using slack = await startSlackAlone({ botUrl: bot.url, signingSecret: 'a secret' });
  await mention(slack);
  const [{ headers, body } = { headers: {} as Record<string, unknown>, body: '' }] = bot.requests;
  const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
  const digest = createHmac('sha256', 'a secret').update(base).digest('hex');
  expect(headers['x-slack-signature']).toBe(`v0=${digest}`);
  expect(headers['content-type']).toBe('application/json');
});

test('Bolt refuses a request signed with another secret', async () => {
  await using peer = await startPeer();
  await using other = await startSlackAlone({ signingSecret: 'another' });
  other.setBotUrl(peer.botUrl);
  await mention(other);
  expect(other.deliveries[0]).toMatchObject({ status: 401, outcome: 'http_error' });
});

test('a failing event is retried three times with the same event_id, then dropped', async () => {
  using bot = await startAnswering(() => [500]);
  await using slack = await startSlackAlone({ botUrl: bot.url, retryDelaysMs: [0, 0, 0] });
  await mention(slack);
  await slack.settled();
  expect(slack.deliveries.map(({ attempt }) => attempt)).toEqual([0, 1, 2, 3]);
  const headers = bot.requests.map((request) => request.headers);
  expect(headers.map((it) => it['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
  expect(headers[1]?.['x-slack-retry-reason']).toBe('http_error');
  const ids = new Set(bot.requests.map(({ body }) => JSON.parse(body).event_id));
  expect(ids.size).toBe(1);
});

test('x-slack-no-retry stops the retries', async () => {
  using bot = await startAnswering(() => [500, { 'x-slack-no-retry': '1' }]);
  await using slack = await startSlackAlone({ botUrl: bot.url, retryDelaysMs: [0, 0, 0] });
  await mention(slack);
  await slack.settled();
  expect(bot.requests).toHaveLength(1);
});

test('retries wait for minutes as at Slack, or for retryNow', async () => {
  using bot = await startAnswering((attempt) => [attempt < 3 ? 503 : 200]);
  await using slack = await startSlackAlone({ botUrl: bot.url, retryDelaysMs: [60_000, 300_000] });
  await mention(slack);
  await slack.settled();
  expect(bot.requests).toHaveLength(1);
  await slack.fault.retryNow();
  await slack.fault.retryNow();
  await slack.fault.retryNow();
  expect(slack.deliveries.map(({ status }) => status)).toEqual([503, 503, 200]);
});

test('no answer in time is a time-out, and a dead bot a failed connection', async () => {
  using bot = await startAnswering(() => [0]);
  await using slack = await startSlackAlone({ botUrl: bot.url, ackTimeoutMs: 30 });
  await mention(slack);
  slack.setBotUrl('http://127.0.0.1:1');
  await mention(slack);
  expect(slack.deliveries.map(({ outcome }) => outcome)).toEqual([
    'http_timeout',
    'connection_failed',
  ]);
});

test('a lost answer makes Slack send again what the bot already has', async () => {
  using bot = await startAnswering(() => [200]);
  await using slack = await startSlackAlone({ botUrl: bot.url, retryDelaysMs: [0] });
  slack.fault.loseAcks();
  await mention(slack);
  await slack.settled();
  expect(bot.requests.map(({ headers }) => headers['x-slack-retry-reason'])).toEqual([
    undefined,
    'http_timeout',
  ]);
});

test('events arrive twice, or late and in another order, when told to', async () => {
  using bot = await startAnswering(() => [200]);
  await using slack = await startSlackAlone({ botUrl: bot.url });
  slack.fault.duplicateEvents();
  await mention(slack, 'one');
  slack.fault.holdEvents();
  await mention(slack, 'two');
  await mention(slack, 'three');
  expect(bot.requests).toHaveLength(2);
  await slack.fault.releaseEvents('reversed');
  const texts = bot.requests.map(({ body }) => JSON.parse(body).event.text.split(' ').at(-1));
  expect(texts).toEqual(['one', 'one', 'three', 'two']);
});

test('only what the manifest subscribes to is sent, and only with its scope', async () => {
  const silent = { ...manifest, settings: { event_subscriptions: { bot_events: ['message.im'] } } };
  await using slack = await startSlackAlone({ manifest: silent, withoutScopes: ['im:history'] });
  await mention(slack);
  await slack.as('U0RENATA').dm('hello');
  await slack.as('U0RENATA').openHome();
  expect(slack.deliveries).toEqual([]);
});

test('the bot is not told of a mention in a channel it is not in; the person is', async () => {
  await using slack = await startSlackAlone();
  const renata = slack.as('U0RENATA');
  await renata.says('C0IDEAS', 'What does @Common Ground think?');
  expect(slack.deliveries).toEqual([]);
  expect(renata.sees().notices[0]).toContain('not in this channel');
  await renata.invitesBot('C0IDEAS');
  expect(slack.deliveries[0]?.body).toMatchObject({
    event: { type: 'member_joined_channel', user: 'U0GROUND', inviter: 'U0RENATA' },
  });
});

test('what happens to a channel or the installation is told', async () => {
  await using slack = await startSlackAlone();
  await slack.fault.archive('C0DELIVERY');
  await slack.fault.unshare(CHANNEL, 'T0QUILL');
  await slack.fault.changeChannelId(CHANNEL, 'C0NEWID');
  await slack.fault.removeBot('C0CITYONLY');
  await slack.fault.uninstall();
  const events = slack.deliveries.map(({ body }) => (body as { event: object }).event);
  expect(events).toMatchObject([
    { type: 'channel_archive', channel: 'C0DELIVERY' },
    { type: 'channel_unshared', previously_connected_team_id: 'T0QUILL', is_ext_shared: false },
    { type: 'channel_id_changed', old_channel_id: CHANNEL, new_channel_id: 'C0NEWID' },
    { type: 'member_left_channel', user: 'U0GROUND', channel: 'C0CITYONLY' },
    { type: 'tokens_revoked', tokens: { bot: ['U0GROUND'] } },
    { type: 'app_uninstalled' },
  ]);
});
