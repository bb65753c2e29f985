import type { Message } from '../../slack/answer.ts';
import { actions, button, section } from '../../slack/blocks.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { ImportPage } from '../get-import.ts';
import { EXCHANGE, encodeImport } from './ids.ts';
import { aboutOf, confirmations, type ImportScene, outcome, terms } from './preview-view.ts';

/** In the channel: the coordinators are asked to take a whole glossary over as agreed. */
export function askingMessage(shown: ImportPage, scene: ImportScene): Message {
  const { import: given, counts } = shown;
  const who = inert(given.author.displayName);
  const what = `${terms(counts.new + counts.changed)} from ${bold(given.source)}`;
  if (given.state === 'asking') {
    const text = `${who} brought in ${what}, to be taken over as agreed once a coordinator of every organization has confirmed the list. ${confirmations(shown, scene)}`;
    const kind = counts.changed > 0 ? 'changed' : 'new';
    const value = encodeImport({ ...aboutOf(shown, scene), kind, page: 1 });
    return {
      text,
      blocks: [
        section(text),
        actions([
          button({ id: EXCHANGE.see, text: 'See the list', value }),
          button({ id: EXCHANGE.confirm, text: 'Confirm for us', value, style: 'primary' }),
          button({ id: EXCHANGE.cancel, text: 'Not like this', value }),
        ]),
      ],
    };
  }
  return ended(shown, `${who} had brought in ${bold(given.source)}, to be taken over as agreed.`);
}

function ended({ import: given }: ImportPage, lead: string): Message {
  const words: Readonly<Record<string, string>> = {
    applying: 'Everybody has confirmed, and it is being brought in.',
    done: `Everybody has confirmed. ${outcome(given.proposedCount, given.agreedCount)}`,
    cancelled: `It was called off, and nothing was changed. ${inert(given.problem ?? '')}`.trim(),
    ready: 'Terms in it have changed meanwhile, so nobody is asked just now.',
  };
  const text = `${lead} ${words[given.state] ?? ''}`.trim();
  return { text, blocks: [section(text)] };
}

/** In the channel, when somebody put many terms forward at once. */
export function broughtInMessage({ import: given }: ImportPage): Message {
  const who = inert(given.author.displayName);
  const text = `${who} brought in ${bold(given.source)}. ${outcome(given.proposedCount, given.agreedCount)}`;
  return { text, blocks: [section(text)] };
}
