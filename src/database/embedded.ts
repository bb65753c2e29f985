import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';

import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { Database } from './client.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { queueDatabase } from './pglite-queue.ts';
import type { SqlSession } from './sql-session.ts';

/** PostgreSQL inside this process, in `dataDir/postgres`, or nowhere for `memory://`. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  if (dataDir.startsWith('memory://')) return openPglite(await createPglite({ dataDir }));
  mkdirSync(dataDir, { recursive: true });
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
  await migrate(sessionOn(pglite)).catch(async (error) => {
    await pglite.close();
    throw error;
  });
  const client = new PrismaClient({ adapter: new PrismaPGlite(pglite) });
  return {
    client,
    queueOptions: { db: queueDatabase(pglite), backend: 'pglite' },
    embedded: true,
    async ping() {
      await pglite.query('select 1');
    },
    async [Symbol.asyncDispose]() {
      await client.$disconnect();
      await pglite.close();
      lock?.[Symbol.dispose]();
    },
  };
}

/** The Prisma adapter writes and reads times without their zone, so every session speaks UTC. */
export function createPglite(options: PGliteOptions): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams, '-c', 'TimeZone=UTC'];
  return PGlite.create({ ...options, relaxedDurability: false, startParams });
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

function sessionOn(pglite: PGlite): SqlSession {
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
