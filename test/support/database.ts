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
  return SERVER_URL ? freshOnServer(SERVER_URL) : openPglite(await freshPglite());
}

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
