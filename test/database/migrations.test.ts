import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { expect, test } from 'vitest';
import { missingSql } from '../../scripts/db-diff.ts';
import { openDatabase } from '../../src/database/client.ts';
import { pgliteSession } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import {
  MIGRATIONS_DIRECTORY,
  type Migration,
  readMigrations,
} from '../../src/database/migrations.ts';
import { freshPglite, SERVER_URL } from '../support/database.ts';
import { bareServerDatabase } from '../support/server-template.ts';

const ALL = readMigrations();

function migration(sql: string, checksum = 'a'): Migration {
  return { name: '29990101000000_next', sql, checksum };
}

test('the migrations lead to the schema: `npm run db:diff` has nothing to write', async () => {
  await using pglite = await freshPglite();
  expect(await missingSql(pglite)).toBeUndefined();
});

test('a column that the schema does not know is seen', async () => {
  await using pglite = await freshPglite();
  await pglite.exec('alter table term add column nonsense text');
  expect(await missingSql(pglite)).toContain('DROP COLUMN "nonsense"');
});

test('what is applied is not applied again, and what is new is, once', async () => {
  await using pglite = await freshPglite();
  const session = pgliteSession(pglite);
  const next = migration('create table next (id int); insert into next values (1);');
  expect(await migrate(session)).toEqual([]);
  expect(await migrate(session, [...ALL, next])).toEqual([next.name]);
  expect(await migrate(session, [...ALL, next])).toEqual([]);
  expect(await session.query('select id from next')).toEqual([{ id: 1 }]);
  // A version of the bot that does not know the newest migration still starts.
  expect(await migrate(session)).toEqual([]);
});

test('a migration that fails leaves nothing behind, and its correction is applied', async () => {
  await using pglite = await freshPglite();
  const session = pgliteSession(pglite);
  const faulty = migration('create table next (id int); select 1 / 0;');
  await expect(migrate(session, [...ALL, faulty])).rejects.toThrow(
    'The migration 29990101000000_next failed; nothing of it was applied.',
  );
  const mended = migration('create table next (id int);', 'b');
  expect(await migrate(session, [...ALL, mended])).toEqual([mended.name]);
});

test('a migration that was changed after it was applied is refused', async () => {
  await using pglite = await freshPglite();
  const [first] = ALL;
  const changed = { ...migration(''), name: first?.name ?? '' };
  await expect(migrate(pgliteSession(pglite), [changed])).rejects.toThrow(
    `The migration ${first?.name} is not the one that this database was built with`,
  );
});

test('a migration that another tool left half done is refused', async () => {
  await using pglite = await freshPglite();
  await pglite.exec('update _prisma_migrations set finished_at = null');
  await expect(migrate(pgliteSession(pglite))).rejects.toThrow('has not finished');
});

test('Prisma’s own engine reads the history and finds nothing to apply', async () => {
  await using pglite = await freshPglite();
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', 'datasource db { provider = "postgresql" }']] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(pglite)),
  );
  const history = await engine.diagnoseMigrationHistory({
    migrationsList: {
      baseDir: MIGRATIONS_DIRECTORY,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
      shadowDbInitScript: '',
      migrationDirectories: ALL.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
      })),
    },
    optInToShadowDatabase: false,
    filters: { externalTables: [], externalEnums: [] },
  });
  expect(history).toMatchObject({
    history: null,
    hasMigrationsTable: true,
    editedMigrationNames: [],
    failedMigrationNames: [],
  });
});

test.runIf(SERVER_URL)('replicas that start at once migrate once', async () => {
  await using bare = await bareServerDatabase(SERVER_URL ?? '');
  const urls = Array.from({ length: 6 }, () => bare.url);
  const opened = await Promise.all(urls.map((url) => openDatabase({ url, dataDir: '' })));
  await Promise.all(opened.map((replica) => replica[Symbol.asyncDispose]()));
  await using late = await openDatabase({ url: bare.url, dataDir: '' });
  const applied = await late.client.$queryRaw`
    select migration_name as name from _prisma_migrations order by started_at`;
  expect(applied).toEqual(ALL.map(({ name }) => ({ name })));
});
