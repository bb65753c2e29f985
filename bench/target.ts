// What is measured, each in a process of its own: `bare`, `look-up` or `bot`. Prints its port.
import { App, HTTPReceiver } from '@slack/bolt';
import { pino } from 'pino';
import { start } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/database/client.ts';
import { createBoltLogger } from '../src/slack/bolt-logger.ts';

const [kind = 'bare'] = process.argv.slice(2);
const config = readConfig(process.env);
const log = pino({ level: 'silent' });

if (kind === 'bot') {
  const bot = await start(config, { log });
  console.log(bot.port);
} else {
  const logger = createBoltLogger(log);
  const signingSecret = config.slack.mode === 'http' ? config.slack.signingSecret : '';
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    unhandledRequestTimeoutMillis: 3_001,
  });
  const authorize = async () => ({ botToken: config.slack.botToken, botId: 'B0', botUserId: 'U0' });
  const app = new App({ receiver, authorize, logger, convoStore: false });
  const database = kind === 'look-up' ? await openDatabase(config.database) : undefined;
  app.command('/glossary', async ({ ack, command }) => {
    if (!database)
      return ack({ response_type: 'ephemeral', text: 'The meaning of it, always the same' });
    const channel = await database.client.channel.findUnique({
      where: { slackId: command.channel_id },
    });
    await ack({ response_type: 'ephemeral', text: `The meaning of ${channel?.partnershipId}` });
  });
  const server = await app.start(0);
  console.log((server.address() as { port: number }).port);
}
