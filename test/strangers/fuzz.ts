import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Manifest } from '../../sandbox/slack/manifest.ts';
import { signedHeaders } from '../../sandbox/slack/signature.ts';
import { startWalk, type Walk } from '../support/walk.ts';
import { chanceOf } from './chance.ts';
import { CANARY, mutated } from './mutations.ts';
import { type Known, payloadOf, type Sent } from './payloads.ts';
import { fieldNames, registeredIds } from './registered.ts';

export type FuzzInput = { readonly seed: number; readonly count: number; readonly only?: number };

export type Finding = { readonly at: number; readonly what: string; readonly payload?: string };

const RENATA = 'U0RENATA';
const CHANNEL = 'C0OPENDOORS';
const SLACK_WAITS_MS = 3_000;
const AT_ONCE = 4;
const UNREACHED = /"code":"(ECONN|ENOT|EAI|UND_)/;
const MOST_MUTATIONS = 3;
const MOST_MS_TO_SETTLE = 3_000;

/** Strangers' payloads against the real bot: each is answered, none ends it, none of their words are logged. */
export async function fuzz({ seed, count, only }: FuzzInput): Promise<readonly Finding[]> {
  await using walk = await startWalk();
  const findings: Finding[] = [];
  const note = (at: number, what: string, payload?: string) =>
    findings.push({ at, what, ...(payload !== undefined && { payload }) });
  let last = -1;
  const uncaught = (error: unknown) => note(last, `uncaught: ${String(error)}`);
  process.on('uncaughtException', uncaught);
  using _heard = { [Symbol.dispose]: () => void process.off('uncaughtException', uncaught) };
  const known = await preparedOf(walk);
  let next = only ?? 0;
  const end = only === undefined ? count : only + 1;
  let read = 0;
  const work = async (): Promise<void> => {
    while (next < end) {
      const at = next;
      next += 1;
      last = at;
      const { contentType, body } = encoded(sentAt(at, seed, known), seed + at);
      const status = await statusOf(walk, body, contentType);
      if (status !== 200) note(at, `answered by ${status}`, body);
      for (const line of walk.log.slice(read)) {
        if (line.includes(CANARY)) note(at, 'their words are in the log', body);
        const fault = bugIn(line);
        if (fault) note(at, fault, body);
      }
      read = walk.log.length;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await settled(walk);
  const answer = await (await commanded(walk, '/glossary MOU')).text();
  if (!answer.includes('A written agreement')) note(end, 'the bot answers no more', answer);
  return findings;
}

/** What is refused for now is tried again later, and not waited for. */
async function settled({ bot }: Walk): Promise<void> {
  const until = performance.now() + MOST_MS_TO_SETTLE;
  while ((await bot.pending()) > 0 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Something to press, and what the bot wrote on its buttons. */
async function preparedOf(walk: Walk): Promise<Known> {
  for (const line of [
    '/glossary define MOU = A written agreement',
    '/glossary MOU',
    '/glossary list',
    '/partnership milestones add Permit by 31 March 2027',
    '/partnership milestones list',
    '/partnership setup',
    '/partnership hours',
  ]) {
    await walk.slack.as(RENATA).command(CHANNEL, line);
  }
  await walk.idle();
  const seen = JSON.stringify(walk.slack.as(RENATA).sees());
  const manifest = parse(
    readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'),
  ) as Manifest;
  const other = await walk.bot.foundPartnership({
    channel: { slackId: 'C0OTHER', installationTeamId: 'T0CITY', name: 'other' },
    organizations: ['T0CITY', 'T0ELSE'].map((id) => ({
      name: id,
      slackTeamIds: [id],
      timeZone: undefined,
    })),
  });
  const uuids = seen.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
  return {
    ids: await registeredIds(),
    events: manifest.settings?.event_subscriptions?.bot_events ?? [],
    values: [...seen.matchAll(/"value":"([^"\\]+)"/g)].map(([, value = '']) => value),
    uuids: [...uuids, other.id, ...other.organizations.map(({ id }) => id), CANARY],
    blocks: fieldNames(),
  };
}

function sentAt(at: number, seed: number, known: Known): Sent {
  const chance = chanceOf(seed * 1_000_003 + at);
  const { kind, body } = payloadOf(known, at, chance);
  let given = body;
  const changes = chance.below(MOST_MUTATIONS + 1);
  for (let n = 0; n < changes; n += 1) given = mutated(given, known.uuids, chance);
  return { kind, body: given };
}

function encoded({ kind, body }: Sent, seed: number) {
  if (kind === 'json') return { contentType: 'application/json', body: doubled(body, seed) };
  const contentType = 'application/x-www-form-urlencoded';
  if (kind === 'form') {
    return { contentType, body: new URLSearchParams({ payload: doubled(body, seed) }).toString() };
  }
  const fields = Object.entries(body).map(([key, value]): [string, string] => [
    key,
    typeof value === 'string' ? value : String(JSON.stringify(value)),
  ]);
  return { contentType, body: new URLSearchParams(fields).toString() };
}

/** JSON, in which now and then a key stands twice. */
function doubled(body: object, seed: number): string {
  const text = JSON.stringify(body);
  return seed % 17 === 0 ? text.replace(/^\{/, `{"type":"${CANARY}","user":null,`) : text;
}

async function statusOf(walk: Walk, body: string, contentType: string): Promise<number | string> {
  const headers = { 'content-type': contentType, ...signedHeaders(walk.slack.signingSecret, body) };
  try {
    const { status } = await fetch(`http://127.0.0.1:${walk.bot.port}/slack/events`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(SLACK_WAITS_MS),
    });
    return status;
  } catch (error) {
    return error instanceof Error ? error.name : 'nothing';
  }
}

function commanded(walk: Walk, line: string): Promise<Response> {
  const [command = '', ...text] = line.split(' ');
  const fields = {
    command,
    text: text.join(' '),
    user_id: RENATA,
    team_id: 'T0CITY',
    channel_id: CHANNEL,
    response_url: 'http://127.0.0.1/response',
  };
  const body = new URLSearchParams(fields).toString();
  const contentType = 'application/x-www-form-urlencoded';
  return fetch(`http://127.0.0.1:${walk.bot.port}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': contentType, ...signedHeaders(walk.slack.signingSecret, body) },
    body,
  });
}

/** A request that failed otherwise than by what Slack refused, or by where nobody listens. */
function bugIn(line: string): string | undefined {
  const { level, err, where, msg } = JSON.parse(line);
  const first = err?.cause?.stack ? err.cause : err;
  if (level < 50 || !first || first.slack || UNREACHED.test(line)) return undefined;
  const frame = first.stack?.find((one: string) => one.includes('/src/')) ?? first.stack?.[0];
  return [msg, where, first.name, first.code, frame].filter(Boolean).join(' ');
}
