import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { start } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { type Database, openDatabase } from '../src/database/client.ts';
import { createPglite, openPglite } from '../src/database/embedded.ts';
import { inTransaction } from '../src/database/transaction.ts';
import { startClock } from './clock.ts';
import { freePort } from './free-port.ts';
import { loadSample, SAMPLE_AT } from './load-sample.ts';
import { servePage } from './serve-page.ts';
import { readManifest } from './slack/manifest.ts';
import { startSimulatedSlack } from './slack/simulated-slack.ts';
import { sampleWorld } from './world.ts';

/** Five introductions at Slack’s pace take some seconds. */
const PATIENCE_MS = 8_000;
const HOURS = { hour: 1, day: 24, week: 7 * 24 } as const;
/** A database in a file with the sample in it, which the tests start from: to load it takes seconds. */
const template = process.env.SANDBOX_TEMPLATE;
const port = Number(process.env.SANDBOX_PORT || 4390);
const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => stopping.abort());
}

let advancing = Promise.resolve(new Date(0));

await using stack = new AsyncDisposableStack();
const clock = startClock(SAMPLE_AT);
let isReady = false;
const slack = stack.use(
  await startSimulatedSlack({
    world: sampleWorld,
    manifest: readManifest(new URL('../manifest.yml', import.meta.url)),
    port,
    limits: 'slack',
    now: clock.now,
    clock: { now: clock.now, advance },
    ready: () => isReady,
    pages: servePage,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(
      `Port ${port} is taken. Another sandbox may be running; or choose another port: SANDBOX_PORT=4391 npm run sandbox`,
    );
    process.exit(1);
  }),
);
const database = template
  ? await databaseFrom(template)
  : await openDatabase({ dataDir: 'memory://' });
if (!template) await loadSample({ db: database.client, clock });
// Known before the bot starts, since the links that it gives out name it.
const botPort = await freePort();
const bot = stack.use(
  await start(
    readConfig({
      SLACK_BOT_TOKEN: slack.token,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATA_DIR: 'memory://',
      PORT: String(botPort),
      PUBLIC_URL: `http://localhost:${botPort}`,
      LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    }),
    { clock, database },
  ),
);
slack.setBotUrl(`http://127.0.0.1:${bot.port}`);
// Its canvas shows what is agreed.
await refreshBoard();
// The turns that begin with the founding are set, so that the next thing due is one to be seen.
await bot.tick();
isReady = true;
console.log(
  `Common Ground’s sandbox is ready: http://localhost:${port}\nStop it with Ctrl+C; each start begins anew.`,
);
if (!stopping.signal.aborted) await once(stopping.signal, 'abort');

async function refreshBoard(): Promise<void> {
  const { client } = database;
  const { id: partnershipId } = await client.partnership.findFirstOrThrow();
  const { jobs } = await bot.contextFor(partnershipId);
  await inTransaction(client, (tx) => jobs.add(tx, 'noticeboard.refresh', { partnershipId }));
}

async function databaseFrom(path: string): Promise<Database> {
  const loadDataDir = new Blob([await readFile(path)]);
  return openPglite(await createPglite({ dataDir: 'memory://', loadDataDir }));
}

/** Waits for what the moment brought, so that whoever moves on has seen it; not for what takes longer. */
async function settles(): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while ((await bot.pending()) > 0 && performance.now() < deadline) await setTimeout(20);
}

/** What is due already is being done, and says when it is due again once it is done. */
async function nextAhead(): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const next = await bot.nextDue();
    const ahead = next ? next.getTime() - clock.now().getTime() : 0;
    if (ahead > 0 || performance.now() > deadline) return Math.max(0, ahead);
    await bot.tick();
    await setTimeout(20);
  }
}

/** One after the other, however quickly somebody presses: or else time goes on while the last step is being done. */
function advance(by: keyof typeof HOURS | 'next'): Promise<Date> {
  advancing = advancing.catch(clock.now).then(() => moveOn(by));
  return advancing;
}

async function moveOn(by: keyof typeof HOURS | 'next'): Promise<Date> {
  if (by === 'next') {
    clock.forward(await nextAhead());
  } else {
    clock.forward(HOURS[by] * 3_600_000);
  }
  await bot.tick();
  await settles();
  return clock.now();
}
