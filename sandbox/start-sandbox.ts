import { setTimeout } from 'node:timers/promises';
import { type Bot, start } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import type { Database } from '../src/database/client.ts';
import { inTransaction } from '../src/database/transaction.ts';
import { type SandboxClock, startClock } from './clock.ts';
import { freePort } from './free-port.ts';
import { SAMPLE_AT } from './load-sample.ts';
import { servePage } from './serve-page.ts';
import { readManifest } from './slack/manifest.ts';
import { startSimulatedSlack } from './slack/simulated-slack.ts';
import { sampleWorld } from './world.ts';

/** Five introductions at Slack’s pace take some seconds. */
const PATIENCE_MS = 8_000;
const HOURS = { hour: 1, day: 24, week: 7 * 24 } as const;

type Step = keyof typeof HOURS | 'next';

export type SandboxOptions = {
  /** 0 for any that is free. */
  readonly port: number;
  readonly logLevel: string;
  /** One with the sample partnership in it, at `SAMPLE_AT`. It is asked for once the port is taken, and belongs to the sandbox. */
  readonly database: () => Promise<Database>;
};

export type Sandbox = AsyncDisposable & { readonly url: string };

/** The whole of it: Slack, the page of its people, the sample partnership, and the bot. */
export async function startSandbox({
  port,
  logLevel,
  database: openSample,
}: SandboxOptions): Promise<Sandbox> {
  await using starting = new AsyncDisposableStack();
  const clock = startClock(SAMPLE_AT);
  let time: Time | undefined;
  const slack = starting.use(
    await startSimulatedSlack({
      world: sampleWorld,
      manifest: readManifest(new URL('../manifest.yml', import.meta.url)),
      port,
      limits: 'slack',
      now: clock.now,
      clock: { now: clock.now, advance: async (by) => time?.advance(by) ?? clock.now() },
      ready: () => time !== undefined,
      pages: servePage,
    }),
  );
  const database = await openSample();
  // Known before the bot starts, since the links that it gives out name it.
  const botPort = await freePort();
  const bot = starting.use(
    await start(
      readConfig({
        SLACK_BOT_TOKEN: slack.token,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        SLACK_API_URL: slack.apiUrl,
        DATA_DIR: 'memory://',
        PORT: String(botPort),
        PUBLIC_URL: `http://localhost:${botPort}`,
        LOG_LEVEL: logLevel,
      }),
      { clock, database },
    ),
  );
  slack.setBotUrl(`http://127.0.0.1:${bot.port}`);
  // Its canvas shows what is agreed.
  await refreshBoard(bot, database);
  // The turns that begin with the founding are set, so that the next thing due is one to be seen.
  await bot.tick();
  time = timeOf(bot, clock);
  const started = starting.move();
  return { url: new URL(slack.apiUrl).origin, [Symbol.asyncDispose]: () => started.disposeAsync() };
}

async function refreshBoard(bot: Bot, { client }: Database): Promise<void> {
  const { id: partnershipId } = await client.partnership.findFirstOrThrow();
  const { jobs } = await bot.contextFor(partnershipId);
  await inTransaction(client, (tx) => jobs.add(tx, 'noticeboard.refresh', { partnershipId }));
}

type Time = { advance(by: Step): Promise<Date> };

function timeOf(bot: Bot, clock: SandboxClock): Time {
  let advancing = Promise.resolve(new Date(0));

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

  async function moveOn(by: Step): Promise<Date> {
    clock.forward(by === 'next' ? await nextAhead() : HOURS[by] * 3_600_000);
    await bot.tick();
    await settles();
    return clock.now();
  }

  return {
    /** One after the other, however quickly somebody presses: or else time goes on while the last step is being done. */
    advance(by) {
      advancing = advancing.catch(clock.now).then(() => moveOn(by));
      return advancing;
    },
  };
}
