import type { Button, KnownBlock } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, fitting, section } from '../../slack/blocks.ts';
import { cut, page } from '../../slack/limits.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Waiting } from '../../slack/waiting.ts';
import { type Entry, statusOfEntry } from '../entry.ts';
import type { TermStatus } from '../term.ts';
import type { HistoryLine } from '../term-history.ts';
import { encodeAbout, GLOSSARY } from './ids.ts';
import { dayOf, nameOf, type Scene, STATUS_WORDS, waitingNames } from './words.ts';

const PAGE_SIZE = 10;
const DEFINITION_SHOWN = 140;

export type Listing = {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly page: number;
  /** What the next page has to be asked with: `list agreed`, `search care`. */
  readonly words: string;
  /** Said when there is nothing to list. */
  readonly empty: string;
};

export function listMessage(listing: Listing, scene: Scene): Message {
  if (listing.entries.length === 0) {
    return {
      text: listing.empty,
      blocks: [section(listing.empty), actions([proposeButton(scene)])],
    };
  }
  const shown = page(listing.entries, listing.page, PAGE_SIZE);
  const lines = shown.items.map((entry) => entryLine(entry, scene));
  const where = shown.of > 1 ? ` · page ${shown.number} of ${shown.of}` : '';
  const count = `${inert(listing.title)}: ${listing.entries.length}${where}`;
  const turn = (to: number, text: string, id: string) =>
    button({ id, text, value: `${to} ${scene.channelId} ${listing.words}` });
  return {
    text: [count, ...lines].join('\n'),
    blocks: fitting(
      [
        section(`*${count}*`),
        ...shown.items.map((entry, index) => entrySection(entry, index, scene)),
        actions([
          ...(shown.number > 1 ? [turn(shown.number - 1, 'Previous page', GLOSSARY.list)] : []),
          ...(shown.number < shown.of
            ? [turn(shown.number + 1, 'Next page', GLOSSARY.listNext)]
            : []),
          proposeButton(scene),
        ]),
      ],
      'There is more: ask for the next page.',
    ),
  };
}

function entrySection(entry: Entry, index: number, scene: Scene): KnownBlock {
  return section(entryLine(entry, scene), lookUpButtonOf(entry, index, scene));
}

function lookUpButtonOf(entry: Entry, index: number, scene: Scene): Button {
  return button({
    id: `${GLOSSARY.lookUp}.${index}`,
    text: 'Look up',
    value: `${scene.channelId} ${entry.text}`,
    label: `Look up ${entry.text}`,
  });
}

/** A term that waits for somebody's organization. */
export function waitingEntry(entry: Entry, scene: Scene): Waiting {
  return { text: entryLine(entry, scene), buttons: [lookUpButtonOf(entry, 0, scene)] };
}

function proposeButton(scene: Scene) {
  return button({ id: GLOSSARY.define, text: 'Propose a term', value: `- 0 ${scene.channelId}` });
}

function entryLine(entry: Entry, scene: Scene): string {
  const definition = entry.agreed?.content.definition ?? entry.open?.content.definition;
  const said = definition
    ? ` — ${inert(cut(definition.replaceAll('\n', ' '), DEFINITION_SHOWN))}`
    : '';
  return `${bold(entry.text)}${said}${stateNote(entry, scene)}`;
}

function stateNote(entry: Entry, scene: Scene): string {
  if (entry.isCollecting) return ' _(comparing meanings, blind)_';
  const status = statusOfEntry(entry);
  const waiting = waitingNames(entry, scene);
  if (status === 'agreed' && !entry.open) return '';
  const change = status === 'agreed' ? 'a change is proposed' : STATUS_WORDS[status];
  return ` _(${change}${waiting.length ? `; waiting for ${waiting.join(', ')}` : ''})_`;
}

/** Everybody did these, and not who came last. */
const BY_ALL: ReadonlySet<string> = new Set(['agreements.agreed', 'glossary.revealed']);

const DONE: Readonly<Record<string, string>> = {
  'agreements.proposed': 'put forward',
  'agreements.agreed': 'everybody agreed on',
  'agreements.endorse': 'endorsed',
  'agreements.accept': 'accepted',
  'agreements.concern': 'raised a concern about',
  'agreements.object': 'objected to',
  'agreements.stance-withdrawn': 'took back what they said about',
  'agreements.withdrawn': 'withdrew',
  'agreements.editorial-disputed': 'asked everybody again about',
  'glossary.collecting': 'began to compare meanings, blind',
  'glossary.revealed': 'everybody had written; the meanings became visible',
  'glossary.taken-out': 'took out what their organization had written',
  'glossary.usage': 'wrote how they use it',
  'glossary.conflict': 'said how the meanings relate',
  'upkeep.asked': 'everybody was asked again about',
  'upkeep.confirmed': 'found still right:',
};

const WORDS_SHOWN = 300;

export function historyMessage(entry: Entry, lines: readonly HistoryLine[], scene: Scene): Message {
  const paragraphs = lines.map((line) => ({ line, text: historyLine(line, scene) }));
  const title = `The history of ${bold(entry.text)}`;
  // The newest matter most where not everything fits.
  const blocks = [
    section(title),
    ...[...paragraphs]
      .reverse()
      .map(({ line, text }) =>
        line.isRestorable ? section(text, bringBackButton(entry, line, scene)) : context(text),
      ),
  ];
  return {
    text: [title, ...paragraphs.map(({ text }) => text)].join('\n'),
    blocks: fitting(blocks, 'Older changes are not shown here.'),
    ...(entry.isCollecting && { isSecret: true }),
  };
}

function historyLine(line: HistoryLine, scene: Scene): string {
  const quoted = (words: string | undefined, lead = ': ') =>
    words ? `${lead}${inert(cut(words.replaceAll('\n', ' '), WORDS_SHOWN))}` : '';
  const name = BY_ALL.has(line.what) ? undefined : line.who;
  const who = name ? `${inert(name)} (${nameOf(scene, line.organizationId ?? '')}) ` : '';
  const version = line.version ? ` version ${line.version}` : '';
  const said = quoted(line.content?.definition) + quoted(line.meaning) + quoted(line.reason);
  const before = quoted(line.before, ' · before: ');
  return `${dayOf(line.at)} · ${who}${DONE[line.what] ?? line.what}${version}${said}${before}`;
}

/** Opens the form with the words of that line. */
function bringBackButton(entry: Entry, { id, content }: HistoryLine, scene: Scene) {
  const text = content ? 'Put forward again' : 'Use again';
  return button({
    id: GLOSSARY.bringBack,
    text,
    value: encodeAbout({ termId: entry.id, version: id, channelId: scene.channelId }),
    label: `${text}: ${cut(content?.definition ?? entry.text, 60)}`,
  });
}

export const LISTED_STATUSES: readonly TermStatus[] = [
  'proposed',
  'agreed',
  'disputed',
  'deprecated',
];
