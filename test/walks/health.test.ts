import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Manifest } from '../../sandbox/slack/manifest.ts';
import { startSimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import { sampleWorld } from '../../sandbox/world.ts';
import { start } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { describeError } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { freshDatabase } from '../support/database.ts';

const manifest = parse(
  readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'),
) as Manifest;

/** Of a database that answers, or does not, as `ping` says. */
async function probed(ping: () => Promise<void>) {
  await using slack = await startSimulatedSlack({ world: sampleWorld, manifest });
  const log: string[] = [];
  const config = readConfig({
    SLACK_BOT_TOKEN: slack.token,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PORT: '0',
  });
  await using bot = await start(config, {
    database: { ...(await freshDatabase()), ping },
    isTickedByHand: true,
    log: pino(
      { base: null, serializers: { err: describeError } },
      { write: (line: string) => void log.push(line) },
    ),
  });
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${bot.port}/readyz`);
  const ms = performance.now() - began;
  const failed = log.filter((line) => line.includes('"where":"/readyz"'));
  return { status: answer.status, text: await answer.text(), ms, failed };
}

test('whoever asks whether the bot is ready hears within a second which part is not', async () => {
  const hanging = await probed(() => new Promise(() => {}));
  expect(hanging).toMatchObject({
    status: 503,
    text: 'not ready: the database doesn’t answer\n',
    failed: [expect.stringContaining('reference')],
  });
  expect(hanging.ms).toBeLessThan(1_500);
  const refused = await probed(() => Promise.reject(new Error('refused')));
  expect(refused.text).toBe('not ready: the database doesn’t work\n');
  expect(refused.failed[0]).toContain('cause');
  const answering = await probed(async () => {});
  expect(answering).toMatchObject({ status: 200, text: 'ready\n', failed: [] });
});

test('the numbers are there without the database, but for those that it alone knows', async () => {
  let isAway = false;
  let asked = 0;
  const metrics = createMetrics({
    pending: async () => {
      if (isAway) throw new Error('away');
      return 7;
    },
    deadLetters: () => {
      asked += 1;
      return isAway ? new Promise(() => {}) : Promise.resolve(3);
    },
  });
  expect(await metrics.metrics()).toMatch(
    /\ncommon_ground_jobs_pending 7\n(?:.*\n)*common_ground_dead_letters 3\n/,
  );
  isAway = true;
  const [text] = await Promise.all([metrics.metrics(), metrics.metrics()]);
  expect(text).toContain('\nprocess_cpu_seconds_total ');
  expect(text).not.toMatch(/\ncommon_ground_(jobs_pending|dead_letters) /);
  // Nobody is asked once more who has not answered yet.
  expect(asked).toBe(2);
  isAway = false;
});
