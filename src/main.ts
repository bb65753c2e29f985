import { config as loadEnvFile } from 'dotenv';
import { start } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { DataDirInUse } from './database/data-dir-lock.ts';

loadEnvFile({ quiet: true });

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => stopping.abort());
}

try {
  const bot = await start(readConfig(process.env));
  await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
  await bot[Symbol.asyncDispose]();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DataDirInUse)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
