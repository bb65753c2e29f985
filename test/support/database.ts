import { readFileSync } from 'node:fs';
import type { Database } from '../../src/database/client.ts';
import { createPglite, openPglite } from '../../src/database/embedded.ts';
import { openServer } from '../../src/database/server.ts';
import { cloneServerTemplate } from './server-template.ts';
import { prepareTemplateFile } from './template-file.ts';

/** Set, the same tests run on this server, and those of races run too. */
export const SERVER_URL: string | undefined = process.env.DATABASE_URL || undefined;

/** An empty, migrated database of one's own, gone when it is disposed of. */
export async function freshDatabase(): Promise<Database> {
  return SERVER_URL ? freshOnServer(SERVER_URL) : freshEmbedded();
}

async function freshEmbedded(): Promise<Database> {
  const template = readFileSync(await prepareTemplateFile());
  const loadDataDir = new Blob([template]);
  return openPglite(await createPglite({ dataDir: 'memory://', loadDataDir }));
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
