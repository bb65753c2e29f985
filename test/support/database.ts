import { readFileSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../src/database/client.ts';
import { createPglite, openPglite } from '../../src/database/embedded.ts';
import { openServer } from '../../src/database/server.ts';
import { cloneServerTemplate } from './server-template.ts';
import { prepareTemplateFile } from './template-file.ts';

/** Set, the same tests run on this server, and those of races run too. */
export const SERVER_URL: string | undefined = process.env.DATABASE_URL || undefined;

/** An empty, migrated database of one's own, gone when it is disposed of. */
export async function freshDatabase(): Promise<Database> {
  return SERVER_URL ? freshOnServer(SERVER_URL) : (free.pop() ?? (await reusable()));
}

/** Those of this worker that nobody uses: emptying one takes a tenth of the time of a new one. */
const free: Database[] = [];

/** A database that is emptied, instead of closed, for whoever comes next, who finds its queries compiled. */
async function reusable(): Promise<Database> {
  const pglite = await freshPglite();
  const database: Database = {
    ...(await openPglite(pglite)),
    async [Symbol.asyncDispose]() {
      if (free.includes(database)) return;
      await pglite.exec(EMPTY);
      free.push(database);
    },
  };
  return database;
}

/** All rows but those that the migrations and the queue's own start have made; not asking the triggers. */
const EMPTY = `
  set session_replication_role = replica;
  do $$ declare rows_of regclass; begin
    for rows_of in select pg_class.oid from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind = 'r' and pg_relation_size(pg_class.oid) > 0
        and (nspname = 'public' and relname <> '_prisma_migrations'
          or nspname = 'pgboss' and (relname like 'j%' or relname = 'instance'))
    loop execute 'delete from ' || rows_of; end loop;
    perform setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)
      from pg_sequences where last_value is not null;
  end $$;
  set session_replication_role = origin;`;

/** An empty, migrated PGlite, for tests of what lies below Prisma. */
export async function freshPglite(): Promise<PGlite> {
  const template = readFileSync(await prepareTemplateFile());
  return createPglite({ dataDir: 'memory://', loadDataDir: new Blob([template]) });
}

async function freshOnServer(serverUrl: string): Promise<Database> {
  const clone = await cloneServerTemplate(serverUrl);
  const database = await openServer(clone.url);
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await clone[Symbol.asyncDispose]();
    },
  };
}
