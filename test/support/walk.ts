import { readFileSync } from 'node:fs';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { parse } from 'yaml';
import type { Manifest } from '../../sandbox/slack/manifest.ts';
import {
  type SimulatedSlack,
  type SimulatedSlackOptions,
  startSimulatedSlack,
} from '../../sandbox/slack/simulated-slack.ts';
import { sampleWorld } from '../../sandbox/world.ts';
import { type Bot, start } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/database/client.ts';
import { describeError } from '../../src/log.ts';
import type { NoticeKind } from '../../src/notices/notice-kind.ts';
import type { Pace } from '../../src/slack/pace.ts';
import type { Noun } from '../../src/slack/verbs/verb.ts';
import { freshDatabase } from './database.ts';
import { type MovedClock, movedClock } from './moved-clock.ts';

export const CHANNEL = 'C0OPENDOORS';

const LONGEST_PAUSE_MS = 10;

export type Walk = AsyncDisposable & {
  readonly slack: SimulatedSlack;
  readonly bot: Bot;
  readonly database: Database;
  readonly clock: MovedClock;
  /** Every line of the log so far. */
  readonly log: readonly string[];
  /** Resolves when nobody waits for anything: no request is under way, no job is left. */
  idle(): Promise<void>;
  /** The newest answer that this person alone sees in the channel. */
  answer(userId: string, channelId?: string): string;
  /** What everybody in the channel sees. */
  posts(channelId?: string): readonly string[];
};

export type WalkOptions = Partial<SimulatedSlackOptions> & {
  readonly at?: string;
  readonly noticeKinds?: readonly NoticeKind[];
  readonly nouns?: readonly Noun[];
  /** More of the environment: `PUBLIC_URL`. */
  readonly env?: Readonly<Record<string, string>>;
  /** No pace, unless the test is about it. */
  readonly pace?: Pace;
  /** Whether jobs that wait for another try are tried at once; not where the test is about the wait. */
  readonly isHurried?: boolean;
};

/** What failed, or may not be done yet, waits for a second or more, and nobody has to wait for that. */
async function tryAgainNow({ client }: Database): Promise<void> {
  await client.$queryRaw`
    with early as (
      update pgboss.job_common set start_after = pgboss.job_now()
      where state in ('created', 'retry') and start_after > pgboss.job_now() returning name)
    select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), name)::text
    from (select distinct name from early) as lines`;
}

/** The real bot, over HTTP, against the simulated Slack. */
export async function startWalk({ isHurried = true, ...options }: WalkOptions = {}): Promise<Walk> {
  const clock = movedClock(options.at ?? '2026-11-24T15:00:00Z');
  const manifest = parse(
    readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'),
  ) as Manifest;
  const slack = await startSimulatedSlack({
    world: sampleWorld,
    manifest,
    now: clock.now,
    retryDelaysMs: [],
    ...options,
  });
  const log: string[] = [];
  const database = await freshDatabase();
  const config = readConfig({
    SLACK_BOT_TOKEN: slack.token,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PORT: '0',
    LOG_LEVEL: 'info',
    ...options.env,
  });
  const bot = await start(config, {
    clock,
    database,
    isTickedByHand: true,
    noticeKinds: options.noticeKinds ?? [],
    nouns: options.nouns ?? [],
    pace: options.pace ?? { channelMs: 0, workspaceMs: 0 },
    log: pino(
      { base: null, serializers: { err: describeError } },
      { write: (line: string) => void log.push(line) },
    ),
  });
  slack.setBotUrl(`http://127.0.0.1:${bot.port}`);

  const channelSeenBy = (userId: string, channelId: string) =>
    slack
      .as(userId)
      .sees()
      .channels.find(({ id }) => id === channelId)?.messages ?? [];

  return {
    slack,
    bot,
    database,
    clock,
    log,
    async idle() {
      // To ask all the while would take what others work with.
      for (let pauseMs = 0; ; pauseMs = Math.min(pauseMs + 1, LONGEST_PAUSE_MS)) {
        await slack.settled();
        await (pauseMs > 0 ? setTimeout(pauseMs) : setImmediate());
        if ((await bot.pending()) === 0) break;
        if (isHurried && pauseMs === LONGEST_PAUSE_MS) await tryAgainNow(database);
      }
      await slack.settled();
    },
    answer(userId, channelId = CHANNEL) {
      const own = channelSeenBy(userId, channelId).filter((message) => message.isEphemeral);
      return own.at(-1)?.text ?? '';
    },
    posts(channelId = CHANNEL) {
      return channelSeenBy('U0RENATA', channelId)
        .filter((message) => message.isBot && !message.isEphemeral)
        .map((message) => message.text);
    },
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
      await slack[Symbol.asyncDispose]();
    },
  };
}
