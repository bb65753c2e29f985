import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { readManifest } from '../sandbox/slack/manifest.ts';
import { startSimulatedSlack } from '../sandbox/slack/simulated-slack.ts';
import { sampleWorld } from '../sandbox/world.ts';
import { start } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase, type PrismaClient } from '../src/database/client.ts';
import { inTransaction } from '../src/database/transaction.ts';
import { createLog } from '../src/log.ts';
import { claimAppointments } from '../src/schedule/appointments.ts';
import { SLACK_PACE } from '../src/slack/pace.ts';
import { movedClock } from '../test/support/moved-clock.ts';
import { startPostgres } from './postgres.ts';
import { median, report } from './report.ts';

const SCHEDULES = [1_000, 100_000, 1_000_000];
const PARTNERSHIPS = [1_000, 10_000];
/** Slack's own pace is waited for, so there are fewer of them. */
const PACED = 120;
const LOOKS = 200;
/** A Monday; nine o'clock in Chicago. */
const NINE = '2026-11-30T15:00:00Z';

/** A look at the clock with nothing due; then the digests of a Monday. On a PostgreSQL server. */
export async function time(): Promise<void> {
  await using server = await startPostgres();
  if (!server) {
    console.error('This is measured on a PostgreSQL server, and none is installed.');
    return;
  }
  await idleTicks(server.url);
  for (const count of PARTNERSHIPS) {
    await digests(server.url, count, { channelMs: 0, workspaceMs: 0 });
  }
  await digests(server.url, PACED, SLACK_PACE);
}

async function idleTicks(url: string): Promise<void> {
  await using database = await openDatabase({ url, dataDir: '' });
  const { client } = database;
  const partnershipId = await addPartnership(client, 'Asleep');
  const jobs = { add: async () => {}, names: ['bench.sleep'] };
  const look = () => inTransaction(client, (tx) => claimAppointments(tx, jobs, new Date(NINE)));
  const floor = () => inTransaction(client, (tx) => tx.$queryRaw`select 1`);
  await medianMs(look);
  await medianMs(floor);
  let before = 0;
  for (const count of SCHEDULES) {
    await client.$executeRaw`
      insert into appointment (partnership_id, what, about, due_at)
      select ${partnershipId}::uuid, 'bench.sleep', n::text, now() + n * interval '1 minute' + interval '1 year'
      from generate_series(${before + 1}::int, ${count}::int) n`;
    before = count;
    await client.$executeRawUnsafe('analyze appointment');
    report({
      name: `time.tick nothing due of ${count}`,
      value: await medianMs(look),
      unit: 'ms',
      floor: await medianMs(floor),
    });
  }
  await client.$executeRaw`delete from appointment`;
}

/** The floor is what the pace allows, or else the bare posts to the same simulated Slack. */
async function digests(
  url: string,
  count: number,
  pace: { readonly channelMs: number; readonly workspaceMs: number },
): Promise<void> {
  const clock = movedClock('2026-11-30T14:00:00Z');
  await using slack = await startSimulatedSlack({
    world: sampleWorld,
    manifest: readManifest(new URL('../manifest.yml', import.meta.url)),
    now: clock.now,
    limits: 'off',
  });
  const database = await openDatabase({ url, dataDir: '' });
  const config = readConfig({
    SLACK_BOT_TOKEN: slack.token,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  await using bot = await start(config, { clock, database, pace, log: createLog('silent') });
  const people = sampleWorld.users.filter(({ teamId }) => teamId === 'T0CITY');
  for (let n = 0; n < count; n += 1) {
    const id = await addPartnership(
      database.client,
      `Partnership ${n}`,
      people[n % people.length]?.id,
    );
    await database.client.appointment.create({
      data: { partnershipId: id, what: 'digest.turn', dueAt: new Date(NINE) },
    });
  }
  const isPaced = pace.workspaceMs > 0;
  const bare = isPaced ? (count * pace.workspaceMs) / 1000 : await barePosts(slack, count);
  const [committed] = await commits(database.client);
  const residentBefore = process.memoryUsage().rss;
  clock.moveTo(NINE);
  const began = performance.now();
  await bot.tick();
  while ((await bot.pending()) > 0) await setTimeout(20);
  const seconds = (performance.now() - began) / 1000;
  const [after] = await commits(database.client);
  const told = await database.client.told.count({ where: { what: 'digest', ts: { not: null } } });
  if (told < count) throw new Error(`${told} of ${count} digests were delivered`);
  const name = `time.digest ${isPaced ? 'at Slack’s pace' : 'without limits'}, ${count}`;
  report({ name, value: seconds, unit: 's', floor: bare });
  console.log(
    JSON.stringify({
      name: `${name}: each`,
      perSecond: Math.round(count / seconds),
      transactions: Number(((after - committed) / count).toFixed(1)),
      // Of the bot, the simulated Slack that keeps every message, and what it took more for these.
      residentMiB: mebibytes(process.memoryUsage().rss),
      moreMiB: mebibytes(process.memoryUsage().rss - residentBefore),
    }),
  );
  await database.client.$executeRaw`delete from appointment`;
  await database.client.$executeRaw`delete from told`;
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}

async function barePosts(
  slack: { readonly apiUrl: string; readonly token: string },
  count: number,
): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < count; n += 50) {
    await Promise.all(
      Array.from({ length: 50 }, () =>
        fetch(`${slack.apiUrl}chat.postMessage`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${slack.token}`,
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: 'channel=U0RENATA&text=a+quiet+week',
        }).then((response) => response.text()),
      ),
    );
  }
  return (performance.now() - began) / 1000;
}

async function addPartnership(
  client: PrismaClient,
  name: string,
  userId?: string,
): Promise<string> {
  const id = randomUUID();
  await client.partnership.create({ data: { id, name, foundedAt: new Date(NINE) } });
  const organizations = ['City', 'Quillstone'].map((shortName) => ({
    id: randomUUID(),
    partnershipId: id,
    name: shortName,
    shortName,
    timeZone: 'America/Chicago',
  }));
  await client.organization.createMany({ data: organizations });
  await client.channel.create({
    data: { slackId: `C${id}`, partnershipId: id, installationTeamId: 'T0CITY' },
  });
  const [first] = organizations;
  if (userId && first) {
    await client.member.create({
      data: {
        partnershipId: id,
        organizationId: first.id,
        slackTeamId: 'T0CITY',
        slackUserId: userId,
        displayName: 'Ada',
        coordinator: true,
      },
    });
  }
  return id;
}

async function commits(client: PrismaClient): Promise<readonly [number]> {
  await client.$queryRaw`select pg_stat_clear_snapshot()::text`;
  const [row] = await client.$queryRaw<{ count: bigint }[]>`
    select sum(xact_commit)::bigint as count from pg_stat_database where datname = current_database()`;
  return [Number(row?.count ?? 0)];
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < LOOKS; n += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return median(times);
}
