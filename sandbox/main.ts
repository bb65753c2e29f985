import { once } from 'node:events';
import { openDatabase } from '../src/database/client.ts';
import { startClock } from './clock.ts';
import { loadSample, SAMPLE_AT } from './load-sample.ts';
import { startSandbox } from './start-sandbox.ts';

const port = Number(process.env.SANDBOX_PORT || 4390);
const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => stopping.abort());
}

await using _sandbox = await startSandbox({
  port,
  logLevel: process.env.LOG_LEVEL || 'warn',
  async database() {
    const database = await openDatabase({ dataDir: 'memory://' });
    await loadSample({ db: database.client, clock: startClock(SAMPLE_AT) });
    return database;
  },
}).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(
    `Port ${port} is taken. Another sandbox may be running; or choose another port: SANDBOX_PORT=4391 npm run sandbox`,
  );
  process.exit(1);
});
console.log(
  `Common Ground’s sandbox is ready: http://localhost:${port}\nStop it with Ctrl+C; each start begins anew.`,
);
if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
