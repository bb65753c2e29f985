import { once } from 'node:events';
import { config as loadEnvFile } from 'dotenv';
import { start } from './app.ts';
import { readConfig } from './config.ts';
import { StartFault } from './start-fault.ts';

loadEnvFile({ quiet: true });

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => stopping.abort());
}

try {
  const bot = await start(readConfig(process.env));
  if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
  await bot[Symbol.asyncDispose]();
} catch (error) {
  // Anything else is a bug, and keeps its stack.
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
