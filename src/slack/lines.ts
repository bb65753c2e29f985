import type { App } from '@slack/bolt';
import { type Asking, askingOf } from './asking.ts';
import type { Doors } from './doors.ts';
import { type PlainWords, parseLine, type Talk } from './line.ts';

/**
 * The doors for plain words: a mention in a channel, a line in the bot's direct messages. They are
 * all that people have whose organization did not install the app.
 */
export function registerLines(
  slack: App,
  doors: Doors,
  talks: Readonly<Record<string, Talk>>,
  plain: PlainWords,
): void {
  const names = Object.keys(talks).filter((name) => name !== 'help');

  const answer = async (
    asking: Asking,
    event: SaidEvent,
    { event_id: eventId }: { readonly event_id: string },
  ): Promise<void> => {
    const { talk, raw, partnershipName } = parseLine(event.text ?? '', names, plain);
    const chosen = talks[talk];
    const fileIds = (event.files ?? []).map(({ id }) => id);
    const said = { eventId, asking, raw, messageTs: event.ts, fileIds, partnershipName };
    if (chosen) await doors.line(chosen, said);
  };

  slack.event('app_mention', async ({ event, body }) => {
    const asking = askingOf(body);
    // The app's other copies, installed by other organizations, are not people.
    if (!asking.userId || event.bot_profile?.app_id === body.api_app_id) return;
    await answer(asking, event as SaidEvent, body);
  });

  slack.event('message', async ({ event, body }) => {
    const isSaid = event.subtype === undefined || event.subtype === 'file_share';
    if (event.channel_type !== 'im' || !isSaid || 'bot_id' in event) return;
    await answer(askingOf(body), event as SaidEvent, body);
  });
}

/** Bolt's type of a mention does not say that files can come with it. */
type SaidEvent = {
  readonly ts: string;
  readonly text?: string;
  readonly files?: readonly { readonly id: string }[];
};
