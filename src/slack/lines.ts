import type { App } from '@slack/bolt';
import { type Asking, askingOf } from './asking.ts';
import type { Doors } from './doors.ts';
import { parseLine, type Talk } from './line.ts';

/**
 * The doors for plain words: a mention in a channel, a line in the bot's direct messages. They are
 * all that people have whose organization did not install the app.
 */
export function registerLines(
  slack: App,
  doors: Doors,
  talks: Readonly<Record<string, Talk>>,
): void {
  const names = Object.keys(talks).filter((name) => name !== 'help');

  const answer = async (asking: Asking, text: string, messageTs: string): Promise<void> => {
    const { talk, raw, partnershipName } = parseLine(text, names);
    const chosen = talks[talk];
    if (chosen) await doors.line(chosen, { asking, raw, messageTs, partnershipName });
  };

  slack.event('app_mention', async ({ event, body }) => {
    const asking = askingOf(body);
    // The app's other copies, installed by other organizations, are not people.
    if (!asking.userId || event.bot_profile?.app_id === body.api_app_id) return;
    await answer(asking, event.text, event.ts);
  });

  slack.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id) return;
    await answer(askingOf(body), event.text ?? '', event.ts);
  });
}
