import { config as loadEnvFile } from 'dotenv';
import { start } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { DataDirInUse } from './database/data-dir-lock.ts';
import { TokenRefused } from './slack/identity.ts';

loadEnvFile({ quiet: true });

/** What the person who starts the bot can mend; everything else is a bug and keeps its stack. */
const EXPECTED = [ConfigError, DataDirInUse, TokenRefused];

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => stopping.abort());
}

try {
  const bot = await start(readConfig(process.env));
  await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
  await bot[Symbol.asyncDispose]();
} catch (error) {
  if (!EXPECTED.some((expected) => error instanceof expected)) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
