import {
  fromPrisma,
  type JobResult,
  type JobWithMetadata,
  PgBoss,
  type SendOptions,
} from 'pg-boss';
import type { Logger } from 'pino';
import type { Database, Transaction } from '../database/client.ts';
import { Refusal } from '../refusal.ts';
import { afterDeaths, CUT_OFF, wasCutOff } from './cut-off.ts';
import { NotYet } from './not-yet.ts';
import {
  ALL_LINES,
  DEAD,
  LINES,
  type Line,
  prepareLines,
  RETRIES_OF_AN_OUTAGE,
  SUSPECTS,
  WORKERS_OF,
} from './queue-lines.ts';

/** Jobs carry ids, never content. */
export type JobData = Readonly<Record<string, string>>;

/**
 * Every job that there is, by its name; what does it declares its names here beside its handlers, so that
 * a misspelt one does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: each jobs.ts adds to it
export interface JobTable {}

export type JobName = keyof JobTable;

/** The handlers of one capability, or of those of its jobs that are named. */
export type HandlersOf<Name extends JobName> = Readonly<Record<Name, JobHandler>>;

export type JobHandler = (data: JobData) => Promise<void>;

export type Jobs = {
  /** The job exists if, and only if, the transaction commits. */
  add(tx: Transaction, name: JobName, data: JobData): Promise<void>;
};

export type NamedJobs = Jobs & {
  /** Of all that somebody does. */
  readonly names: readonly string[];
};

export type Queue = AsyncDisposable & {
  readonly jobs: NamedJobs;
  /** Begins to work. Until then jobs can be added, and wait: a handler needs what stands by then. */
  work(): Promise<void>;
  /** How many jobs run here. */
  running(): number;
  /** How many jobs wait or run, over all replicas. */
  pending(): Promise<number>;
  /** How many jobs failed for good and are kept with their reason. */
  deadLetters(): Promise<number>;
};

const SECONDS_TO_FINISH = 20;
/** Of what fails by itself: some minutes. */
const RETRIES = 8;
export type Handlers = Readonly<Record<Line, Partial<HandlersOf<JobName>>>>;

/** The handler's name travels beside what it is given. */
type Job = {
  readonly name: string;
  readonly data: JobData;
  /** How often a process ended during it. */
  readonly deaths?: number;
};

export type QueueParts = {
  readonly log: Logger;
  /** Whether it failed because somebody else is away, and may work when they are back. */
  readonly isOutage: (error: unknown) => boolean;
  /** By the name of a job, the one that tells whoever waits for it when it is put aside. */
  readonly tellers?: Readonly<Record<string, string>>;
};

/** Opens the durable queue; its handlers may run twice for one job, and say things once. It works when told. */
export async function openQueue(
  database: Database,
  handlers: Handlers,
  { log, isOutage, tellers = {} }: QueueParts,
): Promise<Queue> {
  const boss = new PgBoss({ ...database.queueOptions, useListenNotify: true, schedule: false });
  boss.on('error', (error) => log.error({ err: error }, 'queue'));
  boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'queue'));
  await boss.start();
  if (database.embedded) await takeUpAgain(boss, database);
  await prepareLines(boss);
  const send = async ({ name, data }: Job, options: SendOptions = {}): Promise<void> => {
    const line = lineOf(name);
    if (!line) throw new Error(`nobody does jobs of the name ${name}`);
    await boss.send(line, { name, data }, options);
  };
  const effects: Effects = {
    again: (job, seconds) => send(job, { startAfter: Math.ceil(seconds) }),
    async suspect({ id, name, data }, deaths, startAfter) {
      const options = { startAfter, priority: tellers[name] ? 0 : 1 };
      // A process that ends before the job has left its line does not make two of it.
      const once = deaths === 1 ? { id } : {};
      await boss.send(SUSPECTS, { name, data, deaths }, { ...options, ...once });
    },
    async putAside({ name, data }) {
      const teller = tellers[name];
      if (teller) await send({ name: teller, data });
    },
    isTold: (name) => tellers[name] !== undefined,
  };
  /** A job may be of a version of the bot that has others. */
  const handlerOf = (name: string): JobHandler | undefined => {
    const home = lineOf(name);
    return home && handlers[home][name as JobName];
  };
  let running = 0;
  const take = async ({
    id,
    data,
    retryCount,
    output,
  }: JobWithMetadata<Job>): Promise<JobResult> => {
    const job = { id, retryCount, ...data };
    running += 1;
    try {
      if (wasCutOff(output)) return await judge(job, log, effects);
      return await run(handlerOf(job.name), job, { log, isOutage }, effects);
    } finally {
      running -= 1;
    }
  };
  const work = async (line: (typeof ALL_LINES)[number]): Promise<void> => {
    const worker = await boss.work(line, WORKERS_OF[line], (batch: JobWithMetadata<Job>[]) =>
      Promise.all(batch.map(take)).finally(() => {
        // One at a time is never a full batch, and each would wait for the next polling.
        if (line === SUSPECTS) boss.notifyWorker(worker);
      }),
    );
  };
  const names = LINES.flatMap((line) => Object.keys(handlers[line]));
  const lineOf = (name: string): Line | undefined =>
    LINES.find((line) => Object.hasOwn(handlers[line], name));
  return {
    jobs: {
      names,
      async add(tx, name, data) {
        await send({ name, data }, { db: fromPrisma(tx) });
      },
    },
    async work() {
      for (const line of ALL_LINES) await work(line);
    },
    running: () => running,
    async pending() {
      const rows = await database.client.$queryRaw<{ count: bigint }[]>`
        select count(*) from pgboss.job where state in ('created', 'retry', 'active')
          and name = any(${[...ALL_LINES]})`;
      return Number(rows[0]?.count ?? 0);
    },
    async deadLetters() {
      const rows = await database.client.$queryRaw<{ count: bigint }[]>`
        select count(*) from pgboss.job where name = ${DEAD} and state = 'created'`;
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
    select id, name from pgboss.job where state = 'active' and name = any(${[...ALL_LINES]})`;
  for (const { id, name } of cutOff) await boss.fail(name, id, CUT_OFF);
  // Whoever waits for one has waited for a whole start already.
  await database.client.$executeRaw`
    update pgboss.job set start_after = now()
    where state = 'retry' and id = any(${cutOff.map(({ id }) => id)}::uuid[])`;
}

type Fetched = Job & { readonly id: string; readonly retryCount: number };

/** What may become of a job, beside that it is done or tried again. */
type Effects = {
  again(job: Job, seconds: number): Promise<void>;
  suspect(job: Fetched, deaths: number, seconds: number): Promise<void>;
  putAside(job: Job): Promise<void>;
  isTold(name: string): boolean;
};

/** A process has ended during this job: perhaps by it, and perhaps by what ran beside it. */
async function judge(job: Fetched, log: Logger, effects: Effects): Promise<JobResult> {
  const { id, name } = job;
  const deaths = (job.deaths ?? 0) + 1;
  const next = afterDeaths(deaths, effects.isTold(name));
  if (!next.isPutAside) {
    await effects.suspect(job, deaths, next.pauseSeconds);
    return { id, status: 'completed' };
  }
  log.error({ job: name, id, deaths }, 'job put aside: the process ended each time it ran');
  await effects.putAside(job);
  return { id, status: 'deadletter', output: CUT_OFF };
}

async function run(
  handle: JobHandler | undefined,
  job: Fetched,
  { log, isOutage }: QueueParts,
  effects: Effects,
): Promise<JobResult> {
  const { id, name } = job;
  const completed = { id, status: 'completed' } as const;
  try {
    if (!handle) throw new Error(`nobody does jobs of the name ${name}`);
    await handle(job.data);
    return completed;
  } catch (error) {
    if (error instanceof Refusal) {
      log.info({ job: name, id, code: error.code }, 'job refused');
      return completed;
    }
    if (error instanceof NotYet) {
      await effects.again(job, error.seconds);
      return completed;
    }
    const isLast = job.retryCount >= (isOutage(error) ? RETRIES_OF_AN_OUTAGE : RETRIES);
    log.error(
      { job: name, id, err: error },
      isLast ? 'job failed for good' : 'job failed, to be retried',
    );
    if (isLast) await effects.putAside(job);
    // It is kept, and messages of errors quote people's words.
    const status = isLast ? 'deadletter' : 'failed';
    return { id, status, output: { message: reasonOf(error) } };
  }
}

/** The kind of the failure and Slack's own code, where it has one. */
function reasonOf(error: unknown): string {
  const { name, data } = error as {
    readonly name?: string;
    readonly data?: { readonly error?: unknown };
  };
  return typeof data?.error === 'string' ? `${name} ${data.error}` : String(name);
}
