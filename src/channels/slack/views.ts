import type { Message } from '../../slack/answer.ts';
import { actions, button, section } from '../../slack/blocks.ts';
import { CHANNELS } from './ids.ts';

/** The one thing said unasked when the bot joins. */
export function greetingMessage(): Message {
  const text =
    'Hello. I keep the words you agree on here, and how each organization uses them. I read only what is addressed to me. Whose organization has no commands writes `@common-ground help`.';
  return {
    text,
    blocks: [
      section(text),
      actions([
        button({ id: CHANNELS.start, text: 'Show me how', value: 'start', style: 'primary' }),
      ]),
    ],
  };
}
