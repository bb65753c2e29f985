import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Manifest } from '../../sandbox/slack/manifest.ts';
import { startSimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import { sampleWorld } from '../../sandbox/world.ts';
import { useDataDirectories } from '../support/data-directories.ts';
import { SERVER_URL } from '../support/database.ts';
import { killAndCount } from '../support/killed-bot.ts';
import { cloneServerTemplate } from '../support/server-template.ts';

/** `KILLS=50 npm test -- kills` takes minutes, and waits until everything is answered. */
const KILLS = Number(process.env.KILLS ?? 0);

const manifest = parse(
  readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'),
) as Manifest;

const directories = useDataDirectories();

test(
  'what was acknowledged before a kill -9 is never marked handled without being done',
  async () => {
    await using slack = await startSimulatedSlack({
      world: sampleWorld,
      manifest,
      retryDelaysMs: [],
    });
    await using clone = SERVER_URL ? await cloneServerTemplate(SERVER_URL) : undefined;
    const counted = await killAndCount(slack, {
      kills: KILLS || 2,
      database: { dataDir: directories.initialised(), ...(clone && { url: clone.url }) },
      patienceMs: KILLS || !SERVER_URL ? 90_000 : 2_000,
    });
    if (KILLS) console.info(`${KILLS} kills:`, counted);
    expect(counted.lost).toEqual([]);
    if (KILLS || !SERVER_URL) {
      expect(counted.done).toBe(counted.acknowledged);
      expect(counted.answered).toBe(counted.acknowledged);
    }
    expect(counted.acknowledged).toBeGreaterThanOrEqual(KILLS || 2);
  },
  KILLS ? 1_800_000 : 60_000,
);
