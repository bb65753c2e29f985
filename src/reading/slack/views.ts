import type { Message } from '../../slack/answer.ts';
import { actions, button, context, section } from '../../slack/blocks.ts';
import { inert } from '../../slack/mrkdwn.ts';
import type { Reading } from '../reading.ts';
import { READING } from './ids.ts';

export type ReadingScene = {
  readonly organizations: readonly { readonly id: string; readonly shortName: string }[];
  /** Undefined for whoever has no organization here. */
  readonly viewer: string | undefined;
};

const WHAT =
  'Where I read, I can tell somebody alone when a word they used means something else to a partner or is retired, explain a message on a :book: reaction, and count the acronyms that the glossary lacks.';
const KEPT = 'I keep terms, weeks and counts. Never the message, never who wrote what.';

/** How reading stands, with the one thing that the reader may do about it. */
export function readingMessage(reading: Reading, scene: ReadingScene): Message {
  const { isOn, yes, missing, channelId } = reading;
  const lead = isOn
    ? `I read <#${channelId}>: a coordinator of every organization said yes.`
    : `I don’t read <#${channelId}>. That needs the yes of a coordinator of every organization.`;
  const state = isOn
    ? ''
    : [
        ...(yes.length > 0 ? [`Yes so far: ${names(yes, scene.organizations)}.`] : []),
        missing.length > 0
          ? `Still to say yes: ${names(missing, scene.organizations)}.`
          : 'Who was missing has left: a coordinator can turn it on with `/glossary reading on`.',
      ].join(' ');
  const isLeftToOne = missing.length === 0 && !isOn;
  const mayAllow = scene.viewer !== undefined && (missing.includes(scene.viewer) || isLeftToOne);
  const buttons = [
    ...(mayAllow
      ? [
          button({
            id: READING.allow,
            text: isLeftToOne ? 'Turn it on' : 'Yes, for us',
            value: channelId,
            style: 'primary',
          }),
        ]
      : []),
    ...(yes.length > 0 && !isOn
      ? [button({ id: READING.ask, text: 'Ask in channel', value: channelId })]
      : []),
    ...(yes.length > 0
      ? [button({ id: READING.stop, text: isOn ? 'Turn it off' : 'Rather not', value: channelId })]
      : []),
  ];
  const words = [lead, ...(state ? [state] : []), WHAT];
  return {
    text: [...words, KEPT].join('\n'),
    blocks: [
      section(words.join('\n')),
      context(KEPT),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
    ],
  };
}

/** In the channel: the coordinators whose yes is missing are asked. */
export function askingMessage(reading: Reading, scene: ReadingScene): Message {
  const { channelId, yes, missing } = reading;
  const text = `${names(yes, scene.organizations)} would like me to read this channel. A coordinator of ${names(missing, scene.organizations)} still has to say yes. ${WHAT} ${KEPT}`;
  return {
    text,
    blocks: [
      section(text),
      actions([
        button({ id: READING.allow, text: 'Yes, for us', value: channelId, style: 'primary' }),
        button({ id: READING.stop, text: 'Rather not', value: channelId }),
      ]),
    ],
  };
}

/** What everybody in the channel is told. */
export function announcement(what: 'on' | 'off', channelId: string): Message {
  if (what === 'off') {
    return { text: 'I no longer read this channel; only what is addressed to me reaches me.' };
  }
  const text = `From now on I read this channel: a coordinator of every organization said yes. ${WHAT} ${KEPT} Any coordinator can turn it off.`;
  return {
    text,
    blocks: [
      section(text),
      actions([button({ id: READING.stop, text: 'Turn it off', value: channelId })]),
    ],
  };
}

export function names(
  ids: readonly string[],
  organizations: ReadingScene['organizations'],
): string {
  return organizations
    .filter(({ id }) => ids.includes(id))
    .map(({ shortName }) => inert(shortName))
    .join(', ');
}
