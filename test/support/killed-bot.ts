import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../sandbox/free-port.ts';
import type { SimulatedSlack } from '../../sandbox/slack/simulated-slack.ts';
import type { DatabaseConfig } from '../../src/database/client.ts';
import { openDatabase } from '../../src/database/client.ts';
import { type BotProcess, spawnBot, whenReady } from './bot-process.ts';

const CHANNEL = 'C0OPENDOORS';
const LENA = 'U0LENA';

/** Mentions for each kill. */
const AT_ONCE = 6;

export type KillCount = {
  readonly acknowledged: number;
  /** What they asked for is done. */
  readonly done: number;
  /** They heard what came of it, of which some that it was done, and no more than that. */
  readonly answered: number;
  readonly cutOff: number;
  /** Acknowledged, not done, and nobody will: marked handled, or not there. */
  readonly lost: readonly string[];
};

/**
 * Kills the bot with `kill -9` again and again while it takes mentions, each time after a few more
 * acknowledgements and a little later, and counts what became of those that it acknowledged.
 */
export async function killAndCount(
  slack: SimulatedSlack,
  given: {
    readonly kills: number;
    readonly database: DatabaseConfig;
    /** A server gives the jobs of a dead process to another after a minute. */
    readonly patienceMs: number;
  },
): Promise<KillCount> {
  const { url, dataDir } = given.database;
  const port = await freePort();
  const startBot = async (): Promise<BotProcess> => {
    const bot = spawnBot({
      SLACK_BOT_TOKEN: slack.token,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
      ...(url ? { DATABASE_URL: url } : { DATA_DIR: dataDir }),
    });
    slack.setBotUrl(bot.url);
    await whenReady(bot);
    return bot;
  };
  for (let kill = 0; kill < given.kills; kill += 1) {
    await using bot = await startBot();
    const before = acknowledgedOf(slack).length;
    for (let n = 0; n < AT_ONCE; n += 1) {
      const line = `@Common Ground glossary define W${kill}x${n} = A word of ours`;
      void slack.as(LENA).says(CHANNEL, line);
    }
    const wanted = 1 + (kill % AT_ONCE);
    await slack.until(() => acknowledgedOf(slack).length >= before + wanted, 10_000);
    await setTimeout((kill % 10) * 4);
    bot.kill('SIGKILL');
    await bot.ended;
  }
  const last = await startBot();
  const heard = () => {
    const answers = answersTo(slack, LENA);
    const answered = acknowledgedOf(slack).filter(({ word }) =>
      answers.some((text) => new RegExp(`\\b${word}\\b`).test(text)),
    );
    const cutOff = answers.filter((text) => text.startsWith('I was interrupted')).length;
    return { answered: answered.length, cutOff };
  };
  const isOver = () => heard().answered >= acknowledgedOf(slack).length;
  await slack.until(isOver, given.patienceMs).catch(() => {});
  last.kill('SIGTERM');
  await last.ended;
  await using database = await openDatabase(given.database);
  const waiting = await database.client.inboxEvent.findMany({ where: { handledAt: null } });
  const terms = await database.client.term.findMany({ select: { text: true } });
  const acknowledged = acknowledgedOf(slack);
  const undone = acknowledged.filter(({ word }) => !terms.some(({ text }) => text === word));
  const lost = undone.filter(({ eventId }) => !waiting.some((event) => event.eventId === eventId));
  return {
    acknowledged: acknowledged.length,
    done: acknowledged.length - undone.length,
    ...heard(),
    lost: lost.map(({ word }) => word),
  };
}

type Mention = { readonly word: string; readonly eventId: string };

function acknowledgedOf(slack: SimulatedSlack): readonly Mention[] {
  return slack.deliveries.flatMap(({ name, status, body }) => {
    if (name !== 'app_mention' || status !== 200) return [];
    const { event_id: eventId, event } = body as { event_id: string; event: { text: string } };
    const [, word] = /define (\w+) =/.exec(event.text) ?? [];
    return word ? [{ word, eventId }] : [];
  });
}

function answersTo(slack: SimulatedSlack, userId: string): readonly string[] {
  const { channels, dm } = slack.as(userId).sees();
  const alone = channels.flatMap(({ messages }) => messages).filter((one) => one.isEphemeral);
  return [...alone, ...dm.filter(({ isBot }) => isBot)].map(({ text }) => text);
}
