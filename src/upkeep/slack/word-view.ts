import type { Message } from '../../slack/answer.ts';
import { fitting, section } from '../../slack/blocks.ts';

const LEADS = {
  first:
    'Our word of the week. One word at a time: a yes from every organization settles it, and an objection says what is missing.',
  'once-more':
    'Our word of the week is still open. This is the last time I bring it up for now; it stays in `/glossary list proposed`.',
} as const;

/** `term` is the glossary's own message about it, with its buttons. */
export function wordMessage(what: keyof typeof LEADS, term: Message): Message {
  const lead = LEADS[what];
  return {
    text: `${lead}\n${term.text}`,
    blocks: fitting(
      [section(lead), ...(term.blocks ?? [section(term.text)])],
      'There is more: look it up with `/glossary TERM`.',
    ),
  };
}
