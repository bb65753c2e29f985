import type { Message } from '../../slack/answer.ts';
import { context, section } from '../../slack/blocks.ts';

const LINES = [
  '`/glossary TERM`  what you agreed it means, and how each organization uses it',
  '`/glossary`  all agreed terms',
  '`/glossary define TERM = DEFINITION`  propose a meaning (without `=` a form opens)',
  '`/glossary endorse TERM`  say yes for your organization',
  '`/glossary object TERM = REASON`  say what would have to change',
  '`/glossary concern TERM = WHAT`  note a doubt that blocks nothing',
  '`/glossary withdraw TERM`  take back what you said or put forward',
  '`/glossary deprecate TERM`  propose to retire a term (`deprecate TERM -> OTHER` names what to use instead)',
  '`/glossary history TERM`  who changed what, and when',
  '`/glossary search WORDS`  find words in terms and definitions',
  '`/glossary list [proposed|agreed|disputed|deprecated]`',
  '`/glossary explain TEXT`  what the terms in a text mean (in a thread: in its first message)',
  '`/glossary import`  bring a glossary in, from a file or pasted; you see a preview first',
  '`/glossary export [csv|json|tbx|skos]`  the whole glossary as a file, for you alone',
  '`/glossary reading [on|off]`  whether I read this channel, to point out words; off unless all agree',
];

const HOW =
  'A meaning is agreed when every organization said yes to the same version. Only you see my answers; a button shares them.';

export function glossaryHelp(about?: string): Message {
  const lines = LINES.join('\n');
  return {
    text: [...(about ? [about] : []), lines, HOW].join('\n'),
    blocks: [...(about ? [section(about)] : []), section(lines), context(HOW)],
  };
}
