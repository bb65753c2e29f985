import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { CHANGES_CHANNEL, type ChangeListener, type Changes } from './changes.ts';

const HEARTBEAT_MS = 10_000;
const LONGEST_PAUSE_MS = 10_000;

/**
 * A connection of its own that listens. One that dies in silence is found by its heartbeat; a lost one
 * is opened anew, and until then nothing counts as heard.
 */
export function listenOnServer(url: string, listener: ChangeListener): Changes {
  const stopping = new AbortController();
  let isHeard = false;
  const lose = (): void => {
    isHeard = false;
    listener.lost();
  };

  const listenOnce = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'common-ground changes',
      keepAlive: true,
      query_timeout: HEARTBEAT_MS,
    });
    const broken = new Promise<never>((_, reject) => {
      client.on('error', reject);
      client.on('end', () => reject(new Error('the connection ended')));
    });
    broken.catch(() => {});
    client.on('notification', ({ payload }) => listener.changed(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${CHANGES_CHANNEL}`);
      listener.lost();
      isHeard = true;
      while (true) {
        await Promise.race([
          broken,
          setTimeout(HEARTBEAT_MS, undefined, { signal: stopping.signal }),
        ]);
        await client.query('select 1');
      }
    } finally {
      lose();
      await client.end().catch(() => {});
    }
  };

  const listening = (async () => {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      const startedAt = performance.now();
      await listenOnce().catch(() => {});
      if (performance.now() - startedAt > HEARTBEAT_MS) attempt = 0;
      const pause = Math.min(100 * 2 ** attempt, LONGEST_PAUSE_MS);
      await setTimeout(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    isHeard: () => isHeard,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await listening;
    },
  };
}
