import { fromPrisma, PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { queueDatabase } from '../../src/database/pglite-queue.ts';
import { inTransaction } from '../../src/database/transaction.ts';
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

test('a script of the queue that fails spoils no transaction that waits behind it', async () => {
  await using pglite = await freshPglite();
  const queue = queueDatabase(pglite);
  const failing = queue.executeSql('BEGIN; select 1 / 0; COMMIT;');
  const waiting = pglite.transaction((tx) => tx.query('select 1 as one'));
  await expect(failing).rejects.toThrow('division by zero');
  expect((await waiting).rows).toEqual([{ one: 1 }]);
});
