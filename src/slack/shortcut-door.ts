import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context } from '../context.ts';
import { toSlack } from './answer.ts';
import { type Asking, askingOf } from './asking.ts';
import type { Way } from './attend.ts';
import type { DoorParts } from './click-door.ts';
import { withOrigin } from './form.ts';
import { GATE } from './gate-words.ts';
import { typed } from './mrkdwn.ts';
import type { Registry } from './registry.ts';
import { doorOf, wordedFor } from './wording.ts';

/** A message that somebody chose from its menu; they have been let in. */
export type Shortcut = {
  /** As its readers see it. */
  readonly messageText: string;
  /** As Slack writes it, with tokens and entities. */
  readonly raw: string;
  readonly asking: Asking;
  readonly ctx: Context;
};

/** Every entry of a message's menu, and of the menu beside the composer, comes in here. */
export function openShortcuts(
  slack: App,
  shortcuts: Registry<(shortcut: Shortcut) => Promise<ModalView>>,
  { contextOf, attend, privately, openForm, deeds }: DoorParts,
): void {
  slack.shortcut({ callback_id: /^/ }, async ({ ack, body, shortcut, respond }) => {
    await ack();
    const asking = askingOf(body);
    const id = shortcut.callback_id;
    const deed = deeds.pressed(asking, id);
    const work = async () => {
      const handle = shortcuts.find(id);
      const ctx = { ...(await contextOf(asking)), deed };
      if (!handle) return [{ message: { text: GATE.outdatedShortcut } }];
      const raw = 'message' in shortcut ? (shortcut.message.text ?? '') : '';
      const view = await handle({ messageText: typed(raw), raw, asking, ctx });
      await openForm(withOrigin(view, asking, undefined), asking);
      return [];
    };
    const beside: Way = (message) =>
      respond({ response_type: 'ephemeral', ...toSlack(wordedFor(doorOf(asking), message)) });
    await attend(shortcuts.nameOf(id), work, {
      ways: [
        ...('response_url' in body ? [beside] : []),
        (message) => privately(asking, message, { neverInPublic: true }),
        (message) => privately(asking, message, { channelId: asking.userId }),
      ],
      deed,
    });
  });
}
