import { fromPrisma, PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { queueDatabase } from '../../src/database/pglite-queue.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { openQueue } from '../../src/schedule/queue.ts';
import { freshDatabase, freshPglite } from '../support/database.ts';

let database: Database;
let boss: PgBoss;

beforeAll(async () => {
  database = await freshDatabase();
  boss = new PgBoss({ ...database.queueOptions, schedule: false, supervise: false });
  await boss.start();
  await boss.createQueue('work');
});
afterAll(async () => {
  await boss.stop({ graceful: false, close: true });
  await database[Symbol.asyncDispose]();
});

const jobs = async () => (await boss.fetch('work', { batchSize: 10 })).map((job) => job.data);

test('a job is there when its transaction commits, with what the transaction wrote', async () => {
  const now = new Date('2026-03-02T12:00:00Z');
  await inTransaction(database.client, async (tx) => {
    await tx.inboxEvent.create({ data: { eventId: 'kept', receivedAt: now } });
    await boss.send('work', { eventId: 'kept' }, { db: fromPrisma(tx) });
  });
  expect(await jobs()).toEqual([{ eventId: 'kept' }]);
  expect(await database.client.inboxEvent.count()).toBe(1);
});

test('a job of a transaction that is rolled back never was', async () => {
  const failing = inTransaction(database.client, async (tx) => {
    await boss.send('work', { eventId: 'lost' }, { db: fromPrisma(tx) });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await jobs()).toEqual([]);
});

test('queue and transactions at once neither lose nor mix anything', async () => {
  const numbers = Array.from({ length: 40 }, (_, n) => n);
  await Promise.all(
    numbers.map((n) =>
      inTransaction(database.client, async (tx) => {
        await boss.send('work', { eventId: `n${n}` }, { db: fromPrisma(tx) });
        if (n % 2) throw new Error('odd');
      }).catch(() => boss.fetch('nowhere').catch(() => {})),
    ),
  );
  const found = [...(await jobs()), ...(await jobs()), ...(await jobs())];
  expect(found).toHaveLength(20);
});

test('a line that another version made is changed at the start, and one that is right is left alone', async () => {
  await using own = await freshDatabase();
  const started = async () => {
    const parts = { log: pino({ level: 'silent' }), isOutage: () => false };
    const queue = await openQueue(own, { events: {}, work: {}, deliveries: {} }, parts);
    await queue[Symbol.asyncDispose]();
    return own.client.$queryRaw<{ name: string; limit: number; at: Date }[]>`
      select name, retry_limit as limit, updated_on as at from pgboss.queue order by name`;
  };
  const before = await started();
  expect(before.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['dead_letters', 'deliveries', 'events', 'suspects', 'work']),
  );
  expect(await started()).toEqual(before);
  await own.client.$executeRaw`update pgboss.queue set retry_limit = 3 where name = 'work'`;
  const after = await started();
  const limits = (lines: typeof before) => lines.map(({ name, limit }) => `${name} ${limit}`);
  expect(limits(after)).toEqual(limits(before));
});

test('a script of the queue that fails spoils no transaction that waits behind it', async () => {
  await using pglite = await freshPglite();
  const queue = queueDatabase(pglite);
  const failing = queue.executeSql('BEGIN; select 1 / 0; COMMIT;');
  const waiting = pglite.transaction((tx) => tx.query('select 1 as one'));
  await expect(failing).rejects.toThrow('division by zero');
  expect((await waiting).rows).toEqual([{ one: 1 }]);
});
