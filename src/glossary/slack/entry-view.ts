import type { Button, KnownBlock } from '@slack/types';
import { isDoubt } from '../../agreements/proposal.ts';
import { stillToSpeak } from '../../agreements/still-to-speak.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, fitting, section } from '../../slack/blocks.ts';
import { cut } from '../../slack/limits.ts';
import { listed, objectWords } from '../../slack/listed.ts';
import { bold, inert, quote } from '../../slack/mrkdwn.ts';
import type { Entry, OpenVersion } from '../entry.ts';
import { isSameMeaning, type TermContent } from '../term.ts';
import { defineButton, encodeAbout, GLOSSARY, lookUpButton } from './ids.ts';
import {
  CONFLICT_WORDS,
  nameOf,
  objectingNames,
  presentIds,
  relationWords,
  type Scene,
  statusLine,
  unansweredNames,
  waitingNames,
} from './words.ts';

const USAGE_SHOWN = 400;

/** Everything that is said of a term; `lead` says what has just happened. */
export function entryMessage(entry: Entry, scene: Scene, lead?: string): Message {
  const paragraphs = [
    ...(lead ? [lead] : []),
    `${bold(entry.text)} · ${statusLine(entry)}`,
    ...contentParagraphs(entry, scene),
  ];
  const blocks: KnownBlock[] = [
    ...paragraphs.map((paragraph) => section(paragraph)),
    actions(entryButtons(entry, scene)),
  ];
  return {
    text: paragraphs.join('\n'),
    blocks: fitting(blocks, 'There is more: use `/glossary history TERM`.'),
    ...(entry.isCollecting && { isSecret: true }),
  };
}

/** The same for everybody: a message shared in the channel, without who-typed-what. */
export function contentParagraphs(entry: Entry, scene: Scene): readonly string[] {
  if (entry.isCollecting) return collectingParagraphs(entry, scene);
  return [
    ...(entry.agreed ? [contentParagraph(entry.agreed.content, scene)] : []),
    ...usageParagraphs(entry, scene),
    ...(entry.open ? [openParagraph(entry, entry.open, scene)] : []),
    ...(!entry.agreed && !entry.open
      ? [
          'Nothing is put forward for it at the moment. Write `/glossary define TERM = DEFINITION` to propose a meaning.',
        ]
      : []),
  ];
}

function contentParagraph(content: TermContent, scene: Scene): string {
  const lines = [quote(content.definition)];
  if (content.preferredLabel) lines.push(`Preferred word: ${bold(content.preferredLabel)}`);
  if (content.resolution === 'spell_out') lines.push('The letters alone are not used here.');
  const instead = Object.entries(content.sayInstead ?? {}).map(
    ([organizationId, words]) => `${nameOf(scene, organizationId)} says ${bold(words)}`,
  );
  if (instead.length) lines.push(`Say instead: ${listed(instead)}.`);
  if (content.replacedBy) lines.push(`Use ${bold(content.replacedBy)} instead.`);
  if (content.aliases?.length) lines.push(`Also: ${listed(content.aliases.map(inert))}`);
  if (content.scopeNote) lines.push(`Where it applies: ${inert(content.scopeNote)}`);
  if (content.example) lines.push(`For example: ${inert(content.example)}`);
  return lines.join('\n');
}

/** A usage in the very words of what is put forward or agreed would only be read twice. */
function usageParagraphs(entry: Entry, scene: Scene): readonly string[] {
  const definitions = [entry.agreed, entry.open].flatMap((one) => one?.content.definition ?? []);
  const usages = entry.usages.filter(
    ({ meaning }) => !definitions.some((definition) => isSameMeaning(meaning, definition)),
  );
  if (usages.length === 0) return [];
  const differ = entry.conflict && CONFLICT_WORDS[entry.conflict];
  const lines = usages.map(({ organizationId, meaning, relation }) => {
    const who = `• *${nameOf(scene, organizationId)}*${relationWords(relation)}`;
    return meaning ? `${who}: ${inert(cut(meaning, USAGE_SHOWN))}` : who;
  });
  return [[`How each of us uses it:${differ ? ` ${differ}` : ''}`, ...lines].join('\n')];
}

function openParagraph(entry: Entry, open: OpenVersion, scene: Scene): string {
  const who = nameOf(scene, open.organizationId);
  const what = open.content.deprecated
    ? `${who} proposes to retire it (version ${open.version})`
    : `${who} puts forward (version ${open.version}${open.editorial ? ', only the wording changes' : ''})`;
  const waiting = waitingNames(entry, scene);
  const objecting = objectingNames(entry, scene);
  return [
    `${what}:`,
    contentParagraph(open.content, scene),
    ...open.stances
      .filter((stance) => isDoubt(stance.kind))
      .map(
        (stance) =>
          `${stance.kind === 'object' ? 'Objection' : 'Concern'} from ${nameOf(scene, stance.organizationId)} (${inert(stance.name)})${stance.reason ? `: ${inert(stance.reason)}` : ''}`,
      ),
    ...(waiting.length > 0 ? [`Still to speak: ${listed(waiting)}.`] : []),
    ...(objecting.length > 0
      ? [`It is not agreed while ${objectWords(objecting)}. A new version can answer that.`]
      : []),
    ...(waiting.length + objecting.length === 0
      ? ['Everybody has said yes; it stands once the waiting days are over.']
      : []),
  ].join('\n');
}

function collectingParagraphs(entry: Entry, scene: Scene): readonly string[] {
  const own = entry.usages[0] ?? undefined;
  const missing = unansweredNames(entry, scene);
  return [
    `We may mean different things by it, so we compare blind: the others’ meanings appear once everybody has written theirs. Still to write: ${listed(missing)}.`,
    ...(own
      ? [
          `What ${nameOf(scene, own.organizationId)} wrote, seen by you alone:\n${quote(own.meaning)}`,
        ]
      : [
          'When someone in your organization says it, what do they mean? A short line is enough: `/glossary define TERM = DEFINITION`',
        ]),
    ...(entry.agreed
      ? [`What was agreed stands meanwhile:\n${quote(entry.agreed.content.definition)}`]
      : []),
  ];
}

/** Those that fit what can be done next; at most five. */
function entryButtons(entry: Entry, scene: Scene): readonly Button[] {
  const value = encodeAbout({
    termId: entry.id,
    version: entry.open?.version ?? 0,
    channelId: scene.channelId,
  });
  const about = (id: string, text: string, style?: 'primary' | 'danger') =>
    button({ id, text, value, label: `${text}: ${entry.text}`, ...(style && { style }) });
  if (entry.isCollecting) {
    return [
      about(GLOSSARY.usage, 'Write our meaning', 'primary'),
      about(GLOSSARY.share, 'Ask in channel'),
    ];
  }
  const hasSpoken =
    scene.viewer !== undefined &&
    !stillToSpeak(entry.open, presentIds(scene)).includes(scene.viewer);
  const shareStyle = entry.open && hasSpoken ? 'primary' : undefined;
  return [
    ...(entry.open && !hasSpoken ? [about(GLOSSARY.endorse, 'Endorse', 'primary')] : []),
    ...(entry.open ? [] : [about(GLOSSARY.usage, 'How we use it')]),
    ...(shareStyle ? [about(GLOSSARY.share, 'Share in channel', shareStyle)] : []),
    ...(entry.open ? [about(GLOSSARY.object, 'Object')] : []),
    ...(entry.open?.editorial && entry.open.hasCarried
      ? [about(GLOSSARY.onlyWording, 'More than wording')]
      : []),
    about(
      GLOSSARY.define,
      entry.conflict === 'homonym' && !entry.agreed ? 'Tell them apart' : 'Propose a change',
    ),
    ...(shareStyle ? [] : [about(GLOSSARY.share, 'Share in channel')]),
    ...(entry.open ? [] : confusedButton(entry, scene)),
    about(GLOSSARY.history, 'History'),
  ];
}

/** About the version in force, while no other one is being talked about. */
function confusedButton({ id: termId, text, agreed }: Entry, { channelId }: Scene): Button[] {
  if (!agreed || agreed.content.deprecated) return [];
  return [
    button({
      id: GLOSSARY.confused,
      text: 'This confused me',
      value: encodeAbout({ termId, version: agreed.version, channelId }),
      label: `This confused me: ${text}`,
    }),
  ];
}

/** What a look-up says when it finds nothing. */
export function missedMessage(
  missed: string,
  suggestions: readonly string[],
  scene: Scene,
): Message {
  const shown = bold(cut(missed, 80));
  const text = suggestions.length
    ? `${shown} isn’t in the glossary. Did you mean ${listed(suggestions.map(bold))}?`
    : `${shown} isn’t in the glossary yet. You can propose what it means: \`/glossary define TERM = DEFINITION\``;
  return {
    text,
    blocks: [
      section(text),
      actions([
        ...suggestions.map((suggestion, index) =>
          button({
            ...lookUpButton(suggestion, scene.channelId, index),
            text: suggestion,
          }),
        ),
        button({
          ...defineButton(cut(missed, 80), scene.channelId),
          text: 'Propose a meaning',
        }),
      ]),
    ],
  };
}

/** Under the message of something new: what the wording check thinks. */
export function withNote(message: Message, note: string): Message {
  if (!note) return message;
  const [last, ...before] = [...(message.blocks ?? [])].reverse();
  return {
    ...message,
    text: `${message.text}\n${note}`,
    blocks: last ? [...before.reverse(), context(note), last] : [section(note)],
  };
}

/** In the place of the button by which one objects: what was said can be taken back first, and five are enough. */
export function withTakeBack(message: Message, entry: Entry, { channelId }: Scene): Message {
  const value = encodeAbout({ termId: entry.id, version: entry.open?.version ?? 0, channelId });
  const text = 'Take it back';
  const takeBack = button({ id: GLOSSARY.withdraw, text, value, label: `${text}: ${entry.text}` });
  const blocks = message.blocks?.map((block) => {
    if (block.type !== 'actions') return block;
    const buttons = block.elements as readonly Button[];
    return actions(buttons.map((one) => (one.action_id === GLOSSARY.object ? takeBack : one)));
  });
  return { ...message, ...(blocks && { blocks }) };
}
