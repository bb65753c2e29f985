import type { App } from '@slack/bolt';
import type { Lexicons } from '../../explaining/read-lexicon.ts';
import { askingOf } from '../../slack/asking.ts';
import type { ContextOf } from '../../slack/context-of.ts';
import type { Doors } from '../../slack/doors.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { heedMessage } from '../heed-message.ts';
import { muteWord } from '../mute-word.ts';
import { decodeWord, SPOTTING } from './ids.ts';
import { pointerMessage } from './views.ts';

export type SpottingParts = {
  readonly contextOf: ContextOf;
  readonly lexicons: Lexicons;
  /** Whether the bot may look at what people write in a channel. */
  readonly isRead: (channelId: string) => Promise<boolean>;
};

export function registerSpotting(slack: App, doors: Doors, parts: SpottingParts): void {
  slack.event('message', async ({ event, body, context }) => {
    const { channel, text = '' } = event as { channel: string; text?: string };
    const asking = askingOf(body);
    // What is addressed to the bot is answered elsewhere; looking a word up needs no reminder of it.
    const isAddressed = asking.isDirect || text.includes(`<@${context.botUserId}`);
    if (!asking.userId || isAddressed || !(await parts.isRead(channel))) return;
    const ctx = await parts.contextOf(asking);
    const pointer = await heedMessage(ctx, { text, lexicons: parts.lexicons });
    if (!pointer) return;
    const { organizations } = ctx.partnership;
    await doors.tell(asking, pointerMessage(pointer, { channelId: channel, organizations }));
  });

  doors.click(SPOTTING.mute, async ({ ctx, value }) => {
    const { termId } = decodeWord(value);
    const word = await muteWord(ctx, { termId });
    return { message: { text: `I won’t remind you of ${bold(word)} again.` } };
  });
}
