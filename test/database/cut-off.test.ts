import { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { afterDeaths, wasCutOff } from '../../src/schedule/cut-off.ts';
import { openQueue } from '../../src/schedule/queue.ts';
import { freshDatabase } from '../support/database.ts';

/** What pg-boss does about the jobs of a replica that is no more, without the minutes that it waits. */
async function die({ client }: Database): Promise<void> {
  await client.$executeRaw`
    update pgboss.job set state = 'retry', start_after = now(), output = ${EXPIRED}::jsonb
    where state = 'active'`;
}

/** With the one to blame, as many as a line does at once. */
const NEIGHBOURS = 7;

const EXPIRED = JSON.stringify({ value: { message: 'job timed out' } });

test('what pg-boss keeps of a job whose replica is no more is recognized', async () => {
  await using database = await freshDatabase();
  const boss = new PgBoss({ ...database.queueOptions, schedule: false, supervise: false });
  await boss.start();
  await boss.createQueue('some');
  await boss.send('some', {});
  await boss.fetch('some');
  await database.client.$executeRaw`update pgboss.job set started_on = now() - interval '1 day'`;
  await boss.supervise('some');
  const rows = await database.client.$queryRaw<{ output: unknown }[]>`
    select output from pgboss.job`;
  expect(rows.map(({ output }) => output)).toEqual([JSON.parse(EXPIRED)]);
  expect(rows.every(({ output }) => wasCutOff(output))).toBe(true);
  await boss.stop({ graceful: false, close: true });
});

test('of the jobs that a process ended with, the one that ends it again is put aside, and no other', async () => {
  await using database = await freshDatabase();
  const begun: string[] = [];
  const ended: string[] = [];
  const told: unknown[] = [];
  const allBegan = Promise.withResolvers<void>();
  const firstDeath = Promise.withResolvers<void>();
  await using queue = await openQueue(
    database,
    {
      events: {},
      work: {
        async 'exchange.read'() {
          begun.push('exchange.read');
          if (begun.length === NEIGHBOURS + 1) allBegan.resolve();
          await allBegan.promise;
          await die(database);
          firstDeath.resolve();
          throw new Error('the process is gone');
        },
        async 'exchange.show'() {
          begun.push('exchange.show');
          if (begun.length === NEIGHBOURS + 1) allBegan.resolve();
          await firstDeath.promise;
          // Only the second time is there anybody left to end it.
          ended.push('exchange.show');
        },
      },
      deliveries: {
        'exchange.put-aside': async (data) => {
          told.push(data);
        },
      },
    },
    {
      log: pino({ level: 'silent' }),
      isOutage: () => false,
      tellers: { 'exchange.read': 'exchange.put-aside' },
    },
  );
  await inTransaction(database.client, async (tx) => {
    await queue.jobs.add(tx, 'exchange.read', { importId: '1' });
    for (let n = 0; n < NEIGHBOURS; n += 1) await queue.jobs.add(tx, 'exchange.show', {});
  });
  await queue.work();
  await expect.poll(() => queue.pending(), { timeout: 8_000 }).toBe(0);
  expect(begun.slice(0, NEIGHBOURS + 1).filter((name) => name === 'exchange.read')).toHaveLength(1);
  expect(begun.slice(NEIGHBOURS + 1)).toEqual([
    ...Array(NEIGHBOURS).fill('exchange.show'),
    'exchange.read',
  ]);
  expect(ended).toHaveLength(2 * NEIGHBOURS);
  expect(told).toEqual([{ importId: '1' }]);
  expect(await queue.deadLetters()).toBe(1);
});

test.each([
  [1, true, 1],
  [2, true, 'aside'],
  [1, false, 1],
  [2, false, 10],
  [5, false, 80],
  [6, false, 'aside'],
])('after %i deaths of a job (told: %s): %s', (deaths, isTold, expected) => {
  const next = afterDeaths(deaths, isTold);
  expect(next.isPutAside ? 'aside' : next.pauseSeconds).toBe(expected);
});
