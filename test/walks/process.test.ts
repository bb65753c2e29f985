import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { freePort } from '../../sandbox/free-port.ts';
import type { Manifest } from '../../sandbox/slack/manifest.ts';
import { type SimulatedSlack, startSimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import { sampleWorld } from '../../sandbox/world.ts';
import { type BotProcess, spawnBot, whenReady } from '../support/bot-process.ts';
import { useDataDirectories } from '../support/data-directories.ts';

const CHANNEL = 'C0OPENDOORS';
const LENA = 'U0LENA';
const RENATA = 'U0RENATA';

const manifest = parse(
  readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'),
) as Manifest;

function startSlack(): Promise<SimulatedSlack> {
  return startSimulatedSlack({ world: sampleWorld, manifest, retryDelaysMs: [100, 200, 400] });
}

async function startBot(
  slack: SimulatedSlack,
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<BotProcess> {
  const port = await freePort();
  const bot = spawnBot({
    SLACK_BOT_TOKEN: slack.token,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
    ...settings,
  });
  slack.setBotUrl(bot.url);
  return bot;
}

function answersTo(slack: SimulatedSlack, userId: string): readonly string[] {
  const channel = slack
    .as(userId)
    .sees()
    .channels.find(({ id }) => id === CHANNEL);
  return channel?.messages.filter((message) => message.isEphemeral).map(({ text }) => text) ?? [];
}

const directories = useDataDirectories();

test('what was acknowledged before a kill -9 is done after it, once', async () => {
  await using slack = await startSlack();
  const dataDir = directories.initialised();
  await using first = await startBot(slack, dataDir);
  await whenReady(first);
  await slack.as(RENATA).command(CHANNEL, '/glossary define MOU = A written agreement');
  slack.onChange(() => {
    const taken = slack.deliveries.some(
      ({ name, status }) => name === 'app_mention' && status === 200,
    );
    if (taken) first.kill('SIGKILL');
  });
  await slack.as(LENA).says(CHANNEL, '@Common Ground glossary endorse MOU');
  await first.ended;

  await using second = await startBot(slack, dataDir);
  await whenReady(second);
  await slack.until(() => answersTo(slack, LENA).at(-1), 20_000);
  await slack.as(RENATA).command(CHANNEL, '/glossary MOU');
  expect(answersTo(slack, RENATA).at(-1)).toContain('agreed · version 1');
});

test('a job during which the process ended twice is put aside, and its sender is told once', async () => {
  await using slack = await startSlack();
  const dataDir = directories.initialised();
  slack.fault.api('files.info', { kind: 'silence' }, 2);
  const lena = slack.as(LENA);
  const told = () => lena.sees().dm.filter(({ text }) => text.includes('couldn’t bring in'));
  for (const death of [1, 2]) {
    await using bot = await startBot(slack, dataDir);
    await whenReady(bot);
    if (death === 1) {
      await slack.as(RENATA).command(CHANNEL, '/glossary define MOU = A written agreement');
      const files = [lena.uploads('terms.csv', 'Term,Definition\nPOC,The person to ask')];
      await lena.says(CHANNEL, '@Common Ground glossary import', { files });
    }
    const readings = () => slack.calls.filter(({ method }) => method === 'files.info').length;
    await slack.until(() => readings() === death, 10_000);
    await slack.as(RENATA).command(CHANNEL, '/glossary MOU');
    expect(answersTo(slack, RENATA)).toHaveLength(death + 1);
    bot.kill('SIGKILL');
    await bot.ended;
  }
  expect(told()).toEqual([]);

  await using third = await startBot(slack, dataDir);
  await whenReady(third);
  await slack.until(() => told().length > 0, 10_000);
  expect(told()[0]?.text).toContain('put it aside');
  third.kill('SIGTERM');
  expect(await third.ended).toBe(0);
  expect(told()).toHaveLength(1);
  expect(third.output().match(/job put aside/g)).toHaveLength(1);
});

test('a second bot on the same directory is told so; the first goes on, and a stop finishes what it acknowledged', async () => {
  await using slack = await startSlack();
  const dataDir = directories.initialised();
  await using first = await startBot(slack, dataDir);
  await whenReady(first);
  await using second = await startBot(slack, dataDir);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(dataDir);
  expect(second.output()).not.toContain('    at ');
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);

  slack.setBotUrl(first.url);
  const asked = slack.as(RENATA).command(CHANNEL, '/glossary define MOU = A written agreement');
  const said = slack.as(LENA).says(CHANNEL, '@Common Ground glossary help');
  await Promise.all([asked, said]);
  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(answersTo(slack, RENATA).at(-1)).toContain('Put forward');
  expect(answersTo(slack, LENA)).toHaveLength(1);
});

test('faulty settings end the start with every fault named', async () => {
  await using bot = spawnBot({ PORT: 'eighty', SLACK_BOT_TOKEN: 'xapp-wrong' });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('PORT is not a port number');
  expect(bot.output()).toContain('SLACK_BOT_TOKEN is not a bot token');
  expect(bot.output()).toContain('SLACK_SIGNING_SECRET');
});

test('a token that Slack refuses ends the start with what to do', async () => {
  await using slack = await startSlack();
  slack.fault.revokeToken();
  await using bot = await startBot(slack, directories.initialised());
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('Slack does not accept SLACK_BOT_TOKEN');
});

test('a fault that nobody caught is one line without its words, and the process ends with 1', async () => {
  await using slack = await startSlack();
  const fault = 'process.on("SIGUSR2", () => { Promise.reject(new Error("zeppelin")) })';
  await using bot = await startBot(slack, directories.initialised(), {
    NODE_OPTIONS: `--import=data:text/javascript;base64,${Buffer.from(fault).toString('base64')}`,
  });
  await whenReady(bot);
  await slack.as(RENATA).command(CHANNEL, '/glossary help');
  bot.kill('SIGUSR2');
  expect(await bot.ended).toBe(1);
  const lines = bot
    .output()
    .split('\n')
    .filter((line) => line.includes('"level":60'));
  expect(lines).toEqual([expect.stringContaining('a fault that nobody caught')]);
  expect(bot.output()).not.toContain('zeppelin');
});
