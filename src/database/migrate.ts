import { randomUUID } from 'node:crypto';
import { StartFault } from '../start-fault.ts';
import { type Migration, readMigrations } from './migrations.ts';
import type { SqlSession } from './sql-session.ts';

class MigrationError extends StartFault {
  override readonly name = 'MigrationError';
}

/** The key that Prisma's own `migrate` locks, so that the two keep out of each other's way. */
const ADVISORY_LOCK = 72_707_369;

/** Prisma's table, in Prisma's shape: `prisma migrate` reads and continues what is written here. */
const CREATE_HISTORY = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

type Applied = {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
};

/** Applies what is missing, each migration whole or not at all, and returns the names of those. */
export async function migrate(
  session: SqlSession,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
  if (pending(migrations, await readHistory(session)).length === 0) return [];
  // Replicas that start at once wait here, and then find nothing left to do.
  await session.script(`set lock_timeout = '60s'`);
  await session.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
  await session.script(CREATE_HISTORY);
  const missing = pending(migrations, await readHistory(session));
  for (const migration of missing) await apply(session, migration);
  // Where something failed, the session ends with the start, and its lock with the session.
  await session.query('select pg_advisory_unlock($1)', [ADVISORY_LOCK]);
  await session.script('reset lock_timeout');
  return missing.map((migration) => migration.name);
}

async function readHistory(session: SqlSession): Promise<readonly Applied[]> {
  const [table] = await session.query<{ exists: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as exists`,
  );
  if (!table?.exists) return [];
  return session.query<Applied>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null`,
  );
}

/** Also refuses a history that cannot be continued. What a newer version of the bot applied may stay. */
function pending(
  migrations: readonly Migration[],
  history: readonly Applied[],
): readonly Migration[] {
  const applied = new Map(history.map((row) => [row.name, row]));
  return migrations.filter(({ name, checksum }) => {
    const row = applied.get(name);
    if (!row) return true;
    if (!row.finished) {
      throw new MigrationError(
        `The migration ${name} was begun by another tool and has not finished. See \`prisma migrate status\` and resolve it, then start again.`,
      );
    }
    if (row.checksum !== checksum) {
      throw new MigrationError(
        `The migration ${name} is not the one that this database was built with: prisma/migrations/${name} was changed afterwards. Put it back and add a new migration instead (npm run db:diff -- NAME).`,
      );
    }
    return false;
  });
}

async function apply(session: SqlSession, migration: Migration): Promise<void> {
  await session.script('begin');
  try {
    await session.script(migration.sql);
    await session.query(
      `insert into _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await session.script('commit');
  } catch (error) {
    // A lost connection rolls back by itself; the first error is the one to tell.
    await session.script('rollback').catch(() => {});
    throw new MigrationError(`The migration ${migration.name} failed; nothing of it was applied.`, {
      cause: error,
    });
  }
}
