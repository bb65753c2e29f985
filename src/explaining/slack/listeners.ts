import type { App } from '@slack/bolt';
import { askingOf } from '../../slack/asking.ts';
import type { ContextOf } from '../../slack/context-of.ts';
import type { Doors } from '../../slack/doors.ts';
import { explainText } from '../explain-text.ts';
import { EXPLAINING } from './ids.ts';
import { type ExplainingParts, explainingScene } from './talk.ts';
import { explainedMessage, explainedModal } from './views.ts';

export type ListeningParts = ExplainingParts & {
  readonly contextOf: ContextOf;
  /** Whether reading is on in a channel: reactions elsewhere are none of the bot’s business. */
  readonly isRead: (channelId: string) => Promise<boolean>;
};

const BOOKS: ReadonlySet<string> = new Set(['book', 'books', 'open_book']);

export function registerExplaining(slack: App, doors: Doors, parts: ListeningParts): void {
  const { lexicons, messages, buttons } = parts;

  doors.shortcut(EXPLAINING.explain, async ({ raw, asking, ctx }) => {
    const explained = await explainText(ctx, { text: raw, lexicons });
    return explainedModal(explained, explainingScene(ctx, asking), buttons);
  });

  // Each reaction is a question and gets an answer; nothing about it is kept.
  slack.event('reaction_added', async ({ event, body }) => {
    const { channel, ts } = event.item;
    if (!BOOKS.has(event.reaction) || !(await parts.isRead(channel))) return;
    const reacting = askingOf(body);
    const message = reacting.userId && (await messages.find(channel, ts));
    if (!message) return;
    const asking = { ...reacting, threadTs: message.threadTs };
    const ctx = await parts.contextOf(asking);
    const explained = await explainText(ctx, { text: message.raw, lexicons });
    const scene = explainingScene(ctx, asking);
    await doors.tell(asking, explainedMessage(explained, 'message', scene, buttons));
  });
}
