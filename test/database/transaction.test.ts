import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database, Transaction } from '../../src/database/client.ts';
import { isConflict, isTransient, refusalOf, violates } from '../../src/database/errors.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { freshDatabase, SERVER_URL } from '../support/database.ts';
import { NOON } from './rows.ts';

let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

function write(tx: Transaction, eventId: string) {
  return tx.inboxEvent.create({ data: { eventId, receivedAt: NOON } });
}

const raise = (tx: Transaction, code: string) =>
  tx.$executeRawUnsafe(`do $$ begin raise exception 'tie' using errcode = '${code}'; end $$`);

const rows = (eventId: string) => database.client.inboxEvent.count({ where: { eventId } });

test('a transaction that throws leaves nothing behind, and what it threw comes out', async () => {
  const id = randomUUID();
  const failing = inTransaction(database.client, async (tx) => {
    await write(tx, id);
    throw new RangeError('no');
  });
  await expect(failing).rejects.toThrow(new RangeError('no'));
  expect(await rows(id)).toBe(0);
});

test('what is begun inside a transaction joins it', async () => {
  const [outer, inner] = [randomUUID(), randomUUID()];
  const failing = inTransaction(database.client, async (tx) => {
    await write(tx, outer);
    await inTransaction(tx, (same) => write(same, inner));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect([await rows(outer), await rows(inner)]).toEqual([0, 0]);
});

test.each(['40001', '40P01'])('a transaction that lost a tie (%s) is begun anew', async (code) => {
  const id = randomUUID();
  let attempts = 0;
  await inTransaction(database.client, async (tx) => {
    attempts += 1;
    await write(tx, id);
    if (attempts < 3) await raise(tx, code);
  });
  expect([attempts, await rows(id)]).toEqual([3, 1]);
});

test('after four attempts the tie is told', async () => {
  let attempts = 0;
  const failing = inTransaction(database.client, async (tx) => {
    attempts += 1;
    await raise(tx, '40001');
  });
  await expect(failing).rejects.toSatisfy(isTransient);
  expect(attempts).toBe(4);
});

test('a refusal is not tried again, and says which rule was broken', async () => {
  const id = randomUUID();
  let attempts = 0;
  const error = await inTransaction(database.client, async (tx) => {
    attempts += 1;
    await write(tx, id);
    await write(tx, id);
  }).catch((thrown: unknown) => thrown);
  expect(attempts).toBe(1);
  expect(refusalOf(error)?.code).toBe('23505');
  expect(isConflict(error)).toBe(true);
  expect(isConflict(error, 'inbox_event_pkey')).toBe(true);
  expect(isConflict(error, 'inbox_event')).toBe(false);
  expect(violates(error, 'inbox_event_pkey')).toBe(true);
  expect(isConflict(new Error('inbox_event_pkey'))).toBe(false);
});

test('a whole client is not a transaction', () => {
  // @ts-expect-error: what must be in a transaction cannot be given the client
  const wrong: Transaction = database.client;
  expect(wrong.$connect).toBeDefined();
});

test('times are the same in and out, whatever the zone of the machine', async () => {
  const [row] = await database.client.$queryRaw<{ zone: string; at: Date; text: string }[]>`
    select current_setting('timezone') as zone, ${NOON}::timestamptz as at,
      to_char(${NOON}::timestamptz at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as text`;
  expect(row).toEqual({ zone: 'UTC', at: NOON, text: '2026-03-02 12:00' });
});

test.runIf(SERVER_URL)('of two transactions that wait for each other both succeed', async () => {
  const [a, b] = [randomUUID(), randomUUID()];
  await inTransaction(database.client, async (tx) => {
    await write(tx, a);
    await write(tx, b);
  });
  const bothStarted = Promise.withResolvers<void>();
  let started = 0;
  let attempts = 0;
  const update = (first: string, second: string) =>
    inTransaction(database.client, async (tx) => {
      attempts += 1;
      await tx.inboxEvent.update({ where: { eventId: first }, data: { handledAt: NOON } });
      started += 1;
      if (started === 2) bothStarted.resolve();
      await bothStarted.promise;
      await tx.inboxEvent.update({ where: { eventId: second }, data: { handledAt: NOON } });
    });
  await Promise.all([update(a, b), update(b, a)]);
  expect(attempts).toBe(3);
});

test('others have their turn while a transaction of many statements goes on', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await inTransaction(database.client, async (tx) => {
    for (let n = 0; n < 100; n += 1) {
      await tx.$queryRaw`select count(*) from generate_series(1, 10000)`;
    }
  });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});
