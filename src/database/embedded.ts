import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PGlite, type PGliteOptions, types } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { CHANGES_CHANNEL } from './changes.ts';
import type { Database } from './client.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { PrismaClient } from './generated/client.ts';
import { keepHouse } from './housekeeping.ts';
import { migrate } from './migrate.ts';
import { queueDatabase } from './pglite-queue.ts';
import { preparingStatements } from './prepared-statements.ts';
import { keepPrivate } from './private-folder.ts';
import type { SqlSession } from './sql-session.ts';
import { storing } from './storing-adapter.ts';

const SETTINGS = [
  // The Prisma adapter writes and reads times without their zone.
  'TimeZone=UTC',
  // At half of this size a checkpoint begins by itself, and PGlite 0.4 then spins for ever: it stands
  // out of reach, and housekeeping makes the checkpoints.
  'max_wal_size=64GB',
];

const LONGEST_HOLD_MS = 15;

/**
 * Arrays of what we read: boolean, smallint, integer, bigint, text, varchar, date, timestamp, timestamptz,
 * json, jsonb, uuid.
 */
const ARRAYS: ReadonlySet<number> = new Set([
  1000, 1005, 1007, 1016, 1009, 1015, 1182, 1115, 1185, 199, 3807, 2951,
]);

/** PostgreSQL inside this process, in `dataDir/postgres`, or nowhere for `memory://`. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  if (dataDir.startsWith('memory://')) return openPglite(await createPglite({ dataDir }));
  keepPrivate(dataDir);
  const lock = lockDataDir(dataDir);
  try {
    await initialise(dataDir);
    return await openPglite(await createPglite({ dataDir: join(dataDir, 'postgres') }), lock);
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

/** Brings a PGlite up to date and wraps it; it belongs to the database from here on. */
export async function openPglite(pglite: PGlite, lock?: Disposable): Promise<Database> {
  await migrate(pgliteSession(pglite)).catch(async (error) => {
    await pglite.close();
    throw error;
  });
  const client = new PrismaClient({ adapter: storing(new PrismaPGlite(pglite)) });
  const housekeeping = keepHouse(pglite);
  return {
    client,
    queueOptions: { db: queueDatabase(pglite), backend: 'pglite' },
    embedded: true,
    async listen({ changed }) {
      const stop = await pglite.listen(CHANGES_CHANNEL, changed);
      return { isHeard: () => true, [Symbol.asyncDispose]: () => stop() };
    },
    async ping() {
      await pglite.query('select 1');
    },
    async [Symbol.asyncDispose]() {
      housekeeping[Symbol.dispose]();
      try {
        await client.$disconnect();
        await pglite.close();
      } finally {
        lock?.[Symbol.dispose]();
      }
    },
  };
}

export async function createPglite(options: PGliteOptions): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams, ...SETTINGS.flatMap((set) => ['-c', set])];
  const pglite = await PGlite.create({ ...options, relaxedDurability: false, startParams });
  return preparingStatements(givingWay(withFewTypes(pglite)));
}

/**
 * PGlite copies its table of types for every query, and has the arrays of everything in it, rows of
 * catalogues too.
 */
function withFewTypes(pglite: PGlite): PGlite {
  const read = Object.entries(pglite.parsers).filter(
    ([oid]) => oid in types.parsers || ARRAYS.has(Number(oid)),
  );
  pglite.parsers = Object.fromEntries(read);
  return pglite;
}

/**
 * PGlite answers before the event loop has turned, so that a transaction of a thousand statements would
 * let no request in, and no timer ring, until its end.
 */
function givingWay(pglite: PGlite): PGlite {
  const exchange = pglite.execProtocolStream.bind(pglite);
  let turnedAt = 0;
  pglite.execProtocolStream = async (...message) => {
    if (performance.now() - turnedAt > LONGEST_HOLD_MS) {
      await setImmediate();
      turnedAt = performance.now();
    }
    return exchange(...message);
  };
  return pglite;
}

/** A start that is killed halfway leaves `postgres.new` behind, and the next one begins anew. */
async function initialise(dataDir: string): Promise<void> {
  const directory = join(dataDir, 'postgres');
  if (existsSync(directory)) return;
  const unfinished = `${directory}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const pglite = await createPglite({ dataDir: unfinished });
  await pglite.close();
  renameSync(unfinished, directory);
}

export function pgliteSession(pglite: PGlite): SqlSession {
  return {
    async query<Row>(sql: string, values: readonly unknown[] = []) {
      const { rows } = await pglite.query<Row>(sql, [...values]);
      return rows;
    },
    async script(sql) {
      await pglite.exec(sql);
    },
  };
}
