import { fromPrisma, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database, Transaction } from '../database/client.ts';
import { Refusal } from '../refusal.ts';

/** Jobs carry ids, never content. */
export type JobData = Readonly<Record<string, string>>;

export type JobHandler = (data: JobData) => Promise<void>;

export type Jobs = {
  /** The job exists if, and only if, the transaction commits. */
  add(tx: Transaction, name: string, data: JobData): Promise<void>;
};

export type Queue = AsyncDisposable & {
  readonly jobs: Jobs;
  /** How many jobs wait or run, over all replicas. */
  pending(): Promise<number>;
};

const SECONDS_TO_FINISH = 20;
/** After this, what a replica took with it when it died is given to another. */
const SECONDS_FOR_A_JOB = 60;
/** New jobs are announced at once; the polling finds those that wait for another try. */
const WORKERS = { localConcurrency: 4, notifyPollingIntervalSeconds: 2 } as const;

/**
 * Two lines for all kinds of jobs: each line that is polled costs queries all day, and people wait for
 * what comes from Slack, so that long work must not stand in its way.
 */
const LINES = ['events', 'work'] as const;

type Line = (typeof LINES)[number];

function lineOf(name: string): Line {
  return name.startsWith('slack.') ? 'events' : 'work';
}

/** The handler's name travels beside what it is given. */
type Job = { readonly name: string; readonly data: JobData };

/** Opens the durable queue; its handlers may run twice for one job, and say things once. */
export async function openQueue(
  database: Database,
  handlers: Readonly<Record<string, JobHandler>>,
  log: Logger,
): Promise<Queue> {
  const boss = new PgBoss({ ...database.queueOptions, useListenNotify: true, schedule: false });
  boss.on('error', (error) => log.error({ err: error }, 'queue'));
  boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'queue'));
  await boss.start();
  if (database.embedded) await takeUpAgain(boss, database);
  for (const line of LINES) {
    await boss.createQueue(line, {
      notify: true,
      retryLimit: 8,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: SECONDS_FOR_A_JOB,
    });
    await boss.work<Job>(line, WORKERS, async (batch) => {
      for (const { id, data: job } of batch) await run(handlers[job.name], { id, ...job }, log);
    });
  }
  return {
    jobs: {
      async add(tx, name, data) {
        if (!handlers[name]) throw new Error(`nobody does jobs of the name ${name}`);
        await boss.send(lineOf(name), { name, data }, { db: fromPrisma(tx) });
      },
    },
    async pending() {
      const rows = await database.client.$queryRaw<{ count: bigint }[]>`
        select count(*) from pgboss.job where state in ('created', 'retry', 'active')
          and name = any(${[...LINES]})`;
      return Number(rows[0]?.count ?? 0);
    },
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: true, timeout: SECONDS_TO_FINISH * 1000, close: true });
    },
  };
}

/** The embedded database has one process: what is active when it starts was cut off by a crash. */
async function takeUpAgain(boss: PgBoss, database: Database): Promise<void> {
  const cutOff = await database.client.$queryRaw<{ id: string; name: string }[]>`
    select id, name from pgboss.job where state = 'active' and name = any(${[...LINES]})`;
  for (const { id, name } of cutOff) await boss.fail(name, id);
}

async function run(
  handle: JobHandler | undefined,
  job: Job & { readonly id: string },
  log: Logger,
): Promise<void> {
  const { id, name } = job;
  try {
    if (!handle) throw new Error(`nobody does jobs of the name ${name}`);
    await handle(job.data);
  } catch (error) {
    if (error instanceof Refusal) {
      log.info({ job: name, id, code: error.code }, 'job refused');
      return;
    }
    log.error({ job: name, id, err: error }, 'job failed, to be retried');
    // pg-boss keeps what is thrown, and messages of errors quote people's words.
    throw new Error((error as Error).name);
  }
}
