import { once } from 'node:events';
import { config as loadEnvFile } from 'dotenv';
import { start } from './app.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { StartFault } from './start-fault.ts';

loadEnvFile({ quiet: true });

/** What is under way is given this long to end after a fault; the queue itself takes less. */
const SECONDS_TO_END = 30;

const stopping = new AbortController();
let hasFailed = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => stopping.abort());
}

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  // Rejections that nobody hears come here too.
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'a fault that nobody caught: finishing what is under way, then ending');
    hasFailed = true;
    stopping.abort();
    setTimeout(() => process.exit(1), SECONDS_TO_END * 1_000).unref();
  });
  const bot = await start(config, { log });
  if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
  await bot[Symbol.asyncDispose]();
  // Last of all: the embedded database sets it to 0 when it closes.
  if (hasFailed) process.exitCode = 1;
} catch (error) {
  process.removeAllListeners('uncaughtException');
  // Anything else is a bug, and keeps its stack.
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
