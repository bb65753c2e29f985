import { setTimeout } from 'node:timers/promises';
import type { Db, Transaction } from './client.ts';
import { isTransient } from './errors.ts';

const ATTEMPTS = 4;
const MAX_WAIT = 10_000;

/**
 * Runs `work` whole or not at all; what is already inside a transaction joins it. Begins anew when
 * the database broke a tie between transactions, so `work` acts on nothing but the database.
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Transaction) => Promise<T>,
  { seconds = 10 }: { readonly seconds?: number } = {},
): Promise<T> {
  if (db.$connect === undefined) return work(db);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction((tx) => work(tx), {
        maxWait: MAX_WAIT,
        timeout: seconds * 1_000,
      });
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
      await setTimeout(10 * 2 ** attempt * (1 + Math.random()));
    }
  }
}
