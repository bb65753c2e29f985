import { isDeepStrictEqual } from 'node:util';
import type { PgBoss } from 'pg-boss';

/** After this, what a replica took with it when it died is given to another. */
const SECONDS_FOR_A_JOB = 60;
/** Of what fails because somebody else is away: the better part of a day, every ten minutes in the end. */
export const RETRIES_OF_AN_OUTAGE = 100;
const LONGEST_RETRY_SECONDS = 600;
/**
 * New jobs are announced at once; the polling finds those that wait for another try. A full batch is
 * followed by another one at once, or else a long line would move as slowly as the polling.
 */
const WORKERS = {
  localConcurrency: 4,
  batchSize: 2,
  burstWhenBatchFull: true,
  notifyPollingIntervalSeconds: 2,
  perJobResults: true,
  includeMetadata: true,
} as const;
/**
 * Three lines for all kinds of jobs, since each line that is polled costs queries all day. People wait
 * for what comes from Slack, so that long work must not stand in its way; and what Slack is sent waits
 * for its turn, so that it must not stand in the way of work.
 */
export const LINES = ['events', 'work', 'deliveries'] as const;

export type Line = (typeof LINES)[number];

/**
 * Where jobs go during which a process ended: one at a time, so that the one that ends it again is known,
 * and those that read what people hand in come last.
 */
export const SUSPECTS = 'suspects';

export const ALL_LINES = [...LINES, SUSPECTS] as const;

export const WORKERS_OF = {
  events: WORKERS,
  work: WORKERS,
  // Those that wait for their turn are many, and cost nothing while they wait.
  deliveries: { ...WORKERS, localConcurrency: 6 },
  [SUSPECTS]: { ...WORKERS, localConcurrency: 1, batchSize: 1 },
} as const;

/** Where jobs are kept that failed for good, with their reason. */
export const DEAD = 'dead_letters';

const LINE_OPTIONS = {
  notify: true,
  retryLimit: RETRIES_OF_AN_OUTAGE,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: LONGEST_RETRY_SECONDS,
  expireInSeconds: SECONDS_FOR_A_JOB,
  deadLetter: DEAD,
} as const;

/** Each line is made at the first start, and changed where another version of the bot has made it. */
export async function prepareLines(boss: PgBoss): Promise<void> {
  const known = new Map((await boss.getQueues([DEAD, ...ALL_LINES])).map((one) => [one.name, one]));
  if (!known.has(DEAD)) await boss.createQueue(DEAD);
  for (const line of ALL_LINES) {
    const before = known.get(line);
    const isSame = isDeepStrictEqual({ ...before, ...LINE_OPTIONS }, before);
    if (!before) await boss.createQueue(line, LINE_OPTIONS);
    else if (!isSame) await boss.updateQueue(line, LINE_OPTIONS);
  }
}
