import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { button, context, fitting, section } from '../../slack/blocks.ts';
import { cut, cutMarkup, LIMITS } from '../../slack/limits.ts';
import { listed } from '../../slack/listed.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Explained } from '../explain-text.ts';
import type { Explanation } from '../explanation.ts';
import { EXPLAINING } from './ids.ts';
import { paragraphOf, type Room, type Scene } from './words.ts';

/** Buttons of the glossary, handed in by `app.ts`: their ids and what they carry. */
export type GlossaryButtons = {
  lookUp(text: string, channelId: string, index: number): { id: string; value: string };
  define(text: string, channelId: string): { id: string; value: string };
};

/** What was explained, in the words of whoever asked. */
export type Asked = 'message' | 'thread' | 'text';

const LEADS: Readonly<Record<Asked, string>> = {
  message: 'You asked with :book: what a message means. Its terms, for you alone:',
  thread: 'The terms in the first message of this thread, for you alone:',
  text: 'The terms in your text:',
};

const NOTHING: Readonly<Record<Asked, string>> = {
  message: 'Nothing in the message that you marked with :book: is in the glossary.',
  thread: 'Nothing in the first message of this thread is in the glossary.',
  text: 'Nothing in your text is in the glossary.',
};

const IN_MESSAGE: Room = { meaning: 300, sense: 150, terms: 20, characters: 3_000 };
const IN_MODAL: Room = { meaning: 1_000, sense: 300, terms: 40, characters: 100_000 };
const MOST_BUTTONS = 5;
const MOST_NAMED = 30;

/** For the one who asked, alone. */
export function explainedMessage(
  explained: Explained,
  asked: Asked,
  scene: Scene,
  buttons: GlossaryButtons,
): Message {
  const { shown, paragraphs, more } = chosen(explained, scene, IN_MESSAGE);
  const lead = shown.length > 0 ? LEADS[asked] : NOTHING[asked];
  const { lines, blocks } = missingPart(explained, scene, buttons);
  const next = shown.length > 0 ? [] : [nextStep(scene)];
  const terms = shown.map(({ text }, index) =>
    section(
      paragraphs[index] ?? '',
      button({
        ...buttons.lookUp(text, scene.channelId, index),
        text: 'Look up',
        label: `Look up ${text}`,
      }),
    ),
  );
  return {
    text: cutMarkup([lead, ...paragraphs, ...more, ...lines, ...next].join('\n'), LIMITS.text),
    blocks: fitting(
      [section(lead), ...terms, ...more.map(context), ...blocks, ...next.map(context)],
      'There is more than fits here: `/glossary TERM` tells what each one means.',
    ),
    ...(shown.some(({ status }) => status === 'compared') && { isSecret: true }),
  };
}

/** Opens over the message that was asked about. It holds no look-ups: their answer would open below it. */
export function explainedModal(
  explained: Explained,
  scene: Scene,
  buttons: GlossaryButtons,
): ModalView {
  const { shown, paragraphs, more } = chosen(explained, scene, IN_MODAL);
  const { blocks } = missingPart(explained, scene, buttons);
  const after =
    shown.length > 0
      ? 'Only you see this. For everything that is said of one: `/glossary TERM`'
      : nextStep(scene);
  const lead = shown.length > 0 ? [] : [section('Nothing in this message is in the glossary.')];
  return {
    type: 'modal',
    callback_id: EXPLAINING.explain,
    title: { type: 'plain_text', text: 'Explain the jargon', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    private_metadata: scene.channelId,
    blocks: [
      ...lead,
      ...paragraphs.map((paragraph) => section(paragraph)),
      ...more.map(context),
      ...blocks,
      context(after),
    ],
  };
}

/** As many terms as there is room for; the others are named. */
function chosen(
  { terms }: Explained,
  scene: Scene,
  room: Room,
): {
  readonly shown: readonly Explanation[];
  readonly paragraphs: readonly string[];
  readonly more: readonly string[];
} {
  const paragraphs: string[] = [];
  let characters = 0;
  for (const term of terms.slice(0, room.terms)) {
    const paragraph = cutMarkup(paragraphOf(term, scene, room), LIMITS.section);
    characters += paragraph.length;
    if (paragraphs.length > 0 && characters > room.characters) break;
    paragraphs.push(paragraph);
  }
  const others = terms.slice(paragraphs.length).map(({ text }) => text);
  const more =
    others.length > 0 ? [`Also in it: ${named(others)}. Look each up: \`/glossary TERM\``] : [];
  return { shown: terms.slice(0, paragraphs.length), paragraphs, more };
}

/** The acronyms that the glossary lacks, with a way to propose them for whoever may. */
function missingPart(
  { missing }: Explained,
  scene: Scene,
  buttons: GlossaryButtons,
): { readonly lines: readonly string[]; readonly blocks: readonly KnownBlock[] } {
  if (missing.length === 0) return { lines: [], blocks: [] };
  const line = `Not in the glossary yet: ${named(missing)}.`;
  if (!scene.mayDefine) return { lines: [line], blocks: [context(line)] };
  const withButton = missing.slice(0, MOST_BUTTONS);
  const others = missing.slice(MOST_BUTTONS);
  return {
    lines: [`${line} To propose a meaning: \`/glossary define TERM = DEFINITION\``],
    blocks: [
      ...withButton.map((letters) =>
        section(
          `${bold(letters)} isn’t in the glossary yet.`,
          defineButton(letters, scene, buttons),
        ),
      ),
      ...(others.length > 0 ? [context(`Nor are ${named(others)}.`)] : []),
    ],
  };
}

function defineButton(letters: string, scene: Scene, buttons: GlossaryButtons): Button {
  return button({
    ...buttons.define(letters, scene.channelId),
    text: 'Define',
    label: `Define ${letters}`,
  });
}

function named(words: readonly string[]): string {
  const shown = words.slice(0, MOST_NAMED).map((word) => inert(cut(word, 80)));
  const rest = words.length - shown.length;
  return listed(rest > 0 ? [...shown, `${rest} more`] : shown);
}

function nextStep({ mayDefine }: Scene): string {
  const see = 'See what is there: `/glossary list`';
  return mayDefine
    ? `If one of the words needs a meaning, propose it: \`/glossary define TERM = DEFINITION\`. ${see}`
    : see;
}

/** What `glossary explain` says where there is nothing to explain. */
export function howToExplain(): Message {
  return {
    text: 'To see what the terms in a text mean, paste it: `/glossary explain TEXT`. In a thread, mention me with `glossary explain` and I look at its first message. Where your organization has the app, *Explain the jargon* in a message’s menu does the same. Only you see the answer.',
  };
}

/** What it says of a message that Slack does not show to the bot. */
export function unseenMessage(): Message {
  return {
    text: 'I can’t see that message: I only read what is addressed to me. Paste its words, `/glossary explain TEXT`, or, where your organization has the app, choose *Explain the jargon* in the message’s menu.',
  };
}
