import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { StartFault } from '../start-fault.ts';
import type { Database } from './client.ts';
import { PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { listenOnServer } from './server-changes.ts';
import type { SqlSession } from './sql-session.ts';
import { storing } from './storing-adapter.ts';

const APPLICATION = 'common-ground';
const UNNAMED = '';
const CONNECTIONS = 10;
const QUEUE_CONNECTIONS = 4;
const MILLISECONDS_TO_CONNECT = 10_000;

/** A PostgreSQL server, which several replicas of the bot may share. */
export async function openServer(url: string): Promise<Database> {
  await migrateServer(url);
  const pool = openPool(url);
  const client = new PrismaClient({
    adapter: storing(
      new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }),
    ),
  });
  return {
    client,
    queueOptions: { connectionString: url, max: QUEUE_CONNECTIONS },
    embedded: false,
    listen: async (listener) => listenOnServer(url, listener),
    async ping() {
      await pool.query('select 1');
    },
    async [Symbol.asyncDispose]() {
      await client.$disconnect();
      await pool.end();
    },
  };
}

/**
 * Reads that are always the same text are planned once for each connection: a look-up took 2.7 times
 * as long without. Lists of varying length would leave a plan behind for each length.
 */
function statementName(sql: string): string {
  if (!/^\s*select\b/i.test(sql) || /\bin \(/i.test(sql)) return UNNAMED;
  return createHash('sha256').update(sql).digest('base64url');
}

/** The Prisma adapter writes and reads times without their zone, so every session speaks UTC. */
function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: APPLICATION,
    max: CONNECTIONS,
    connectionTimeoutMillis: MILLISECONDS_TO_CONNECT,
    onConnect: async (session) => {
      await session.query(`set timezone = 'UTC'`);
    },
  });
  // A connection lost while idle is replaced by the pool; unheard, its error would end the process.
  pool.on('error', () => {});
  return pool;
}

async function migrateServer(url: string): Promise<void> {
  const session = new pg.Client({
    connectionString: url,
    application_name: `${APPLICATION} migration`,
    connectionTimeoutMillis: MILLISECONDS_TO_CONNECT,
  });
  await session.connect().catch((cause) => {
    throw new StartFault(
      `Cannot reach the database of DATABASE_URL (${whereabouts(session)}). Is it running, and may this user connect to it?`,
      {
        cause,
      },
    );
  });
  try {
    await migrate(sessionOn(session));
  } finally {
    await session.end();
  }
}

function sessionOn(client: pg.Client): SqlSession {
  return {
    async query<Row>(sql: string, values: readonly unknown[] = []) {
      const { rows } = await client.query(sql, [...values]);
      return rows as Row[];
    },
    async script(sql) {
      await client.query(sql);
    },
  };
}

/** Without the password. */
function whereabouts({ host, port, database }: pg.Client): string {
  return `${database} on ${host}:${port}`;
}
