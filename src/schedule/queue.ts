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
  if (database.embedded) await takeUpAgain(boss, database, Object.keys(handlers));
  for (const [name, handle] of Object.entries(handlers)) {
    await boss.createQueue(name, {
      notify: true,
      retryLimit: 8,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: SECONDS_FOR_A_JOB,
    });
    await boss.work<JobData>(name, WORKERS, async (batch) => {
      for (const job of batch) await run(name, handle, job, log);
    });
  }
  return {
    jobs: {
      async add(tx, name, data) {
        await boss.send(name, data, { db: fromPrisma(tx) });
      },
    },
    async pending() {
      const rows = await database.client.$queryRaw<{ count: bigint }[]>`
        select count(*) from pgboss.job where state in ('created', 'retry', 'active')
          and name = any(${Object.keys(handlers)})`;
      return Number(rows[0]?.count ?? 0);
    },
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: true, timeout: SECONDS_TO_FINISH * 1000, close: true });
    },
  };
}

/** The embedded database has one process: what is active when it starts was cut off by a crash. */
async function takeUpAgain(
  boss: PgBoss,
  database: Database,
  names: readonly string[],
): Promise<void> {
  const cutOff = await database.client.$queryRaw<{ id: string; name: string }[]>`
    select id, name from pgboss.job where state = 'active' and name = any(${names})`;
  for (const { id, name } of cutOff) await boss.fail(name, id);
}

async function run(
  name: string,
  handle: JobHandler,
  job: { readonly id: string; readonly data: JobData },
  log: Logger,
): Promise<void> {
  try {
    await handle(job.data);
  } catch (error) {
    if (error instanceof Refusal) {
      log.info({ job: name, id: job.id, code: error.code }, 'job refused');
      return;
    }
    log.error({ job: name, id: job.id, err: error }, 'job failed, to be retried');
    // pg-boss keeps what is thrown, and messages of errors quote people's words.
    throw new Error((error as Error).name);
  }
}
