// Writes the migration that leads from prisma/migrations to prisma/schema.prisma:
//   npm run db:diff -- NAME
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { createPglite, openPglite } from '../src/database/embedded.ts';
import { MIGRATIONS_DIRECTORY } from '../src/database/migrations.ts';

const SCHEMA = join(import.meta.dirname, '../prisma/schema.prisma');

/**
 * The SQL that a migrated database lacks; undefined when it is as the schema says. The bot itself has
 * migrated it, since Prisma's adapters cut a script at every semicolon, also inside functions.
 */
export async function missingSql(migrated: PGlite): Promise<string | undefined> {
  const schema = { path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') };
  const engine = await SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(migrated)),
  );
  const { stdout, exitCode } = await engine.diff({
    from: { tag: 'schemaDatasource', files: [schema], configDir: '' },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? undefined : (stdout ?? undefined);
}

/** What is wrong with the name of a migration; undefined when nothing is. */
export function faultOf(name: string | undefined): string | undefined {
  if (name !== undefined && /^[a-z][a-z0-9_]{2,59}$/.test(name)) return undefined;
  return [
    name === undefined ? 'Say what the migration does:' : `“${name}” cannot name a migration:`,
    'npm run db:diff -- NAME, where NAME is 3 to 60 of a-z, 0-9 and _, and begins with a letter.',
  ].join(' ');
}

async function writeMigration(name: string): Promise<string> {
  const pglite = await createPglite({ dataDir: 'memory://' });
  await using _database = await openPglite(pglite);
  const sql = await missingSql(pglite);
  if (!sql) return 'no change';
  const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const directory = join(MIGRATIONS_DIRECTORY, `${timestamp}_${name}`);
  mkdirSync(directory);
  const file = join(directory, 'migration.sql');
  writeFileSync(file, sql);
  return `Wrote ${relative(process.cwd(), file)}. Read it: what loses data, or locks a table for long, is yours to mend.`;
}

if (import.meta.main) {
  const [name] = process.argv.slice(2);
  const fault = faultOf(name);
  if (fault || !name) {
    console.error(fault);
    process.exitCode = 1;
  } else {
    console.log(await writeMigration(name));
  }
}
