import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { type Manifest, readManifest } from '../../sandbox/slack/manifest.ts';
import { type SimulatedSlack, startSimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import { sampleWorld } from '../../sandbox/world.ts';
import { slackErrorOf } from '../../src/slack/clients.ts';
import { createLook } from '../../src/slack/look.ts';
import { createPoster, type Delivery, type Poster } from '../../src/slack/post.ts';

const PAIR = ['U0MARCUS', 'U0LENA'] as const;
const HELLO = { text: 'Marcus, meet Lena' };
const BEGUN = new Date('2026-11-24T15:00:00Z');

const own = readManifest(new URL('../../manifest.yml', import.meta.url));

type Edge = AsyncDisposable & { readonly slack: SimulatedSlack; readonly poster: Poster };

/** The edge alone, with nobody behind it: no queue, no database, no pace. */
async function startEdge(manifest: Manifest = own): Promise<Edge> {
  const now = () => BEGUN;
  const slack = await startSimulatedSlack({ world: sampleWorld, manifest, now, retryDelaysMs: [] });
  const client = new webApi.WebClient(slack.token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: webApi.LogLevel.ERROR,
  });
  const poster = createPoster({
    client,
    now,
    look: createLook(client),
    seen: async () => {},
    limited: async () => {},
    token: { saw: async () => {}, doubt: async () => true },
  });
  return { slack, poster, [Symbol.asyncDispose]: () => slack[Symbol.asyncDispose]() };
}

async function openDelivery(poster: Poster): Promise<Delivery> {
  const introduction = await poster.introducing(PAIR, HELLO);
  if (introduction.state === 'refused') throw new Error(introduction.code);
  return introduction.delivery;
}

const methods = (slack: SimulatedSlack) => slack.calls.map(({ method }) => method);

test('people are told together, in the one conversation that is theirs', async () => {
  await using edge = await startEdge();
  const { slack, poster } = edge;
  const first = await poster.introducing(PAIR, HELLO);
  const again = await poster.introducing([...PAIR].reverse(), HELLO);
  if (first.state === 'refused' || again.state === 'refused') throw new Error('refused');
  expect(again.channelId).toBe(first.channelId);
  const place = await first.delivery.send('one');
  expect(place).toMatchObject({ channelId: first.channelId });
  for (const userId of PAIR) {
    const { groups, dm } = slack.as(userId).sees();
    expect(groups).toMatchObject([{ id: first.channelId, messages: [{ ts: place.ts, ...HELLO }] }]);
    expect(dm).toEqual([]);
  }
  await poster.update(place.channelId, place.ts, { text: 'They met' });
  expect(slack.as('U0LENA').sees().groups[0]?.messages).toMatchObject([{ text: 'They met' }]);
});

test.each([
  ['missing_scope', ({ fault }: SimulatedSlack) => fault.withholdScopes('mpim:write')],
  ['invalid_user_combination', ({ fault }) => fault.refuseGroups('invalid_user_combination')],
  ['no_permission', ({ fault }) => fault.refuseGroups('no_permission')],
  ['user_disabled', ({ fault }) => fault.deactivate('U0LENA')],
])('%s is answered, and nothing was said', async (code, prepare) => {
  await using edge = await startEdge();
  await prepare(edge.slack);
  expect(await edge.poster.introducing(PAIR, HELLO)).toEqual({ state: 'refused', code });
  expect(methods(edge.slack)).toEqual(['conversations.open']);
});

test.each(['internal_error', 'service_unavailable', 'token_revoked'])(
  '%s is no refusal of this conversation: it is thrown',
  async (error) => {
    await using edge = await startEdge();
    edge.slack.fault.api('conversations.open', { kind: 'error', error });
    const failure = await edge.poster.introducing(PAIR, HELLO).catch((thrown: unknown) => thrown);
    expect(slackErrorOf(failure)).toBe(error);
  },
);

test.each(['rate-limited', 'reset', 'http-error'] as const)(
  'after %s nobody was refused anything',
  async (kind) => {
    await using edge = await startEdge();
    edge.slack.fault.api('conversations.open', { kind });
    await expect(edge.poster.introducing(PAIR, HELLO)).rejects.toThrow();
    expect(await edge.poster.introducing(PAIR, HELLO)).toMatchObject({ state: 'open' });
  },
);

test('a refused message was certainly not sent; after a broken connection nobody knows', async () => {
  await using edge = await startEdge();
  const delivery = await openDelivery(edge.poster);
  const failing = () => delivery.send('one').catch((thrown: unknown) => thrown);
  edge.slack.fault.api('chat.postMessage', { kind: 'error', error: 'restricted_action' });
  expect(delivery.isCertainlyNotSent(await failing())).toBe(true);
  edge.slack.fault.api('chat.postMessage', { kind: 'reset' });
  expect(delivery.isCertainlyNotSent(await failing())).toBe(false);
  expect(edge.slack.as('U0LENA').sees().groups[0]?.messages).toHaveLength(1);
});

test('nobody can look there, so it is said again where nothing else was asked for', async () => {
  await using edge = await startEdge();
  const delivery = await openDelivery(edge.poster);
  await delivery.send('one');
  expect(await delivery.find('one', BEGUN)).toBe('hidden');
  expect(delivery.whenUnknown).toBe('repeat');
  const quiet = await edge.poster.introducing(PAIR, HELLO, 'silence');
  expect(quiet).toMatchObject({ delivery: { whenUnknown: 'silence' } });
});

test('where the bot may read there, a message is found by its delivery id', async () => {
  const { bot = [], ...rest } = own.oauth_config?.scopes ?? {};
  const scopes = { ...rest, bot: [...bot, 'mpim:history'] };
  await using edge = await startEdge({ ...own, oauth_config: { scopes } });
  const delivery = await openDelivery(edge.poster);
  const place = await delivery.send('one');
  expect(await delivery.find('one', BEGUN)).toEqual(place);
  expect(await delivery.find('two', BEGUN)).toBe('absent');
});
