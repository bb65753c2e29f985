import { readFile } from 'node:fs/promises';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { createPglite, openPglite } from '../../src/database/embedded.ts';
import { prepareSampleFile } from './template-file.ts';

/** `npm run sandbox` in this process, on a port of its own, where the sample is in a file: to load it takes seconds. */
export async function startServedSandbox(): Promise<Sandbox> {
  const sample = await readFile(await prepareSampleFile());
  return startSandbox({
    port: 0,
    logLevel: 'warn',
    async database() {
      const loadDataDir = new Blob([sample]);
      return openPglite(await createPglite({ dataDir: 'memory://', loadDataDir }));
    },
  });
}
