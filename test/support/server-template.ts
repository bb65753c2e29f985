import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openServer } from '../../src/database/server.ts';
import { prepareQueue, templateKey } from './template-file.ts';

export type ServerClone = AsyncDisposable & { readonly url: string };

/** A migrated database on the server, made once for these migrations; it stays for the next run. */
export async function prepareServerTemplate(serverUrl: string): Promise<string> {
  const template = `common_ground_template_${templateKey()}`;
  await withServer(serverUrl, async (server) => {
    await server.query(`select pg_advisory_lock(hashtext('common_ground_template'))`);
    const found = await server.query('select from pg_database where datname = $1', [template]);
    if (found.rowCount) return;
    const unfinished = `${template}_new`;
    await server.query(`drop database if exists ${unfinished} with (force)`);
    await server.query(`create database ${unfinished}`);
    const database = await openServer(urlOf(serverUrl, unfinished));
    await prepareQueue(database);
    await database[Symbol.asyncDispose]();
    await server.query(`alter database ${unfinished} rename to ${template}`);
  });
  return template;
}

/** A database of one's own, made like the template. */
export async function cloneServerTemplate(serverUrl: string): Promise<ServerClone> {
  return createDatabase(serverUrl, await prepareServerTemplate(serverUrl));
}

/** A database of one's own, without any table. */
export function bareServerDatabase(serverUrl: string): Promise<ServerClone> {
  return createDatabase(serverUrl, 'template1');
}

async function createDatabase(serverUrl: string, template: string): Promise<ServerClone> {
  const name = `common_ground_test_${randomUUID().replaceAll('-', '')}`;
  await withServer(serverUrl, (server) =>
    server.query(`create database ${name} template ${template}`),
  );
  return {
    url: urlOf(serverUrl, name),
    async [Symbol.asyncDispose]() {
      await withServer(serverUrl, (server) => server.query(`drop database ${name} with (force)`));
    },
  };
}

async function withServer(
  url: string,
  work: (server: pg.Client) => Promise<unknown>,
): Promise<void> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    await work(server);
  } finally {
    await server.end();
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
