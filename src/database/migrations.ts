import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Migration = {
  /** `<timestamp>_<name>`, the name of its directory. */
  readonly name: string;
  readonly sql: string;
  /** As Prisma reckons it, so that `prisma migrate` recognizes what the bot applied. */
  readonly checksum: string;
};

export const MIGRATIONS_DIRECTORY: string = join(import.meta.dirname, '../../prisma/migrations');

/** The migrations in the order in which they are applied. */
export function readMigrations(directory: string = MIGRATIONS_DIRECTORY): readonly Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => readMigration(directory, name));
}

function readMigration(directory: string, name: string): Migration {
  const sql = readFileSync(join(directory, name, 'migration.sql'), 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
