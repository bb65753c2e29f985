import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../sandbox/free-port.ts';
import { openDatabase } from '../src/database/client.ts';
import { type Load, load, type SignedRequest, sign } from './load.ts';
import { startPostgres } from './postgres.ts';
import { type Running, startSandbox, startTarget } from './processes.ts';
import { median, report } from './report.ts';
import { channelOf, PARTNERSHIPS, seed, TERMS_EACH, termOf } from './seed.ts';

const SECRET = 'bench-signing-secret';
const ROUNDS = 5;
/** Every term of every partnership once. */
const POOL = PARTNERSHIPS * TERMS_EACH;
const IDLE_MS = 5_000;
const WARM_UP = 1_000;

type Settings = Readonly<Record<string, string>>;

/** `/glossary TERM` against (a) a bare Bolt app and (b) one that does one indexed look-up. */
export async function glossary(seconds: number): Promise<void> {
  await using slack = await startStub();
  const settings = {
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: slack.url,
    PORT: '0',
  };
  const work = mkdtempSync(join(tmpdir(), 'common-ground-bench-'));
  try {
    const seeded = join(work, 'seeded');
    {
      await using embedded = await openDatabase({ dataDir: seeded });
      await seed(embedded.client);
    }
    const copy = (name: string): Settings => {
      cpSync(seeded, join(work, name), { recursive: true });
      return { ...settings, DATA_DIR: join(work, name) };
    };
    await compare('pglite', copy('look-up'), copy('bot'), seconds);

    await using server = await startPostgres();
    if (server) {
      const onServer = { ...settings, DATABASE_URL: server.url };
      {
        await using database = await openDatabase({ url: server.url, dataDir: '' });
        await seed(database.client);
        await database.client.$executeRaw`analyze`;
      }
      await compare('server', onServer, onServer, seconds);
    } else
      console.error(
        'No PostgreSQL server is installed here: only the embedded database is measured.',
      );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  await compareStart(settings);
}

async function compare(
  database: string,
  forLookUp: Settings,
  forBot: Settings,
  seconds: number,
): Promise<void> {
  await using bare = await startTarget('bare', forBot);
  await using lookUp = await startTarget('look-up', forLookUp);
  await using bot = await startTarget('bot', forBot);
  await setTimeout(IDLE_MS);
  report({
    name: `glossary.memory-idle.${database}`,
    value: bot.memory(),
    unit: 'MiB',
    floor: bare.memory(),
  });
  const targets = { bare, 'look-up': lookUp, bot };
  const loads: Record<keyof typeof targets, Load[]> = { bare: [], 'look-up': [], bot: [] };
  const each = Object.entries(targets) as [keyof typeof targets, Running][];
  for (const [, target] of each)
    await load(target.port, requests().slice(0, WARM_UP), undefined, 'eaning of');
  // Each other term once: nothing of it is kept in memory yet.
  const first = async (target: Running) =>
    (await load(target.port, requests().slice(WARM_UP), undefined, 'eaning of')).requestsPerSecond;
  const unit = '1/s';
  const floor = await first(lookUp);
  const name = `glossary.throughput-first-time.${database}.floor-look-up`;
  report({ name, value: await first(bot), unit, floor });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, target] of each) {
      loads[name].push(await load(target.port, requests(), seconds, 'eaning of'));
    }
  }
  for (const floor of ['bare', 'look-up'] as const) {
    const line = (what: string, unit: string, of: (one: Load) => number) =>
      report({
        name: `glossary.${what}.${database}.floor-${floor}`,
        value: median(loads.bot.map(of)),
        unit,
        floor: median(loads[floor].map(of)),
      });
    line('throughput', '1/s', (one) => one.requestsPerSecond);
    line('p50', 'ms', (one) => one.p50);
    line('p99', 'ms', (one) => one.p99);
  }
}

/** The sandbox from nothing to ready, beside a bare Bolt app. */
async function compareStart(settings: Settings): Promise<void> {
  const port = await freePort();
  await using bare = await startTarget('bare', settings);
  await using sandbox = await startSandbox(port);
  report({ name: 'sandbox.ready', value: sandbox.readyAfter, unit: 'ms', floor: bare.readyAfter });
}

/** Signed anew for each round; every channel and term comes up. */
function requests(): readonly SignedRequest[] {
  return Array.from({ length: POOL }, (_, n) => {
    const body = new URLSearchParams({
      command: '/glossary',
      text: termOf(n % TERMS_EACH),
      team_id: 'T0CITY',
      channel_id: channelOf(Math.floor(n / TERMS_EACH)),
      user_id: 'U0CITY',
      trigger_id: `${n}.1.1`,
      response_url: 'http://127.0.0.1/response',
      is_enterprise_install: 'false',
      api_app_id: 'A0',
    });
    return sign(body.toString(), SECRET);
  });
}

/** As much of Slack as the bot asks for at its start. */
async function startStub(): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: true, team_id: 'T0CITY', user_id: 'U0', bot_id: 'B0' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
