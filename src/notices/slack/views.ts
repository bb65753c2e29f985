import type { Button, KnownBlock } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, fitting, section } from '../../slack/blocks.ts';
import { cutMarkup } from '../../slack/limits.ts';
import type { NoticeKind, NoticePart } from '../notice-kind.ts';
import { encodeAbout, NOTICES } from './ids.ts';

type Kind = Pick<NoticeKind, 'kind' | 'name'>;
type Part = NoticePart & { readonly kind: Kind };

export type NoticeScene = {
  readonly channelId: string;
  /** All that the message told at first. */
  readonly noticeIds: readonly string[];
  /** Kinds that the person has stopped by a button of this message. */
  readonly stopped: readonly Kind[];
};

/** Five parts and their reasons fit into the text of one message. */
const TEXT_OF_PART = 600;
const WHY = 100;

/** One message for all that falls together, each part with why they get it and how to stop it. */
export function noticeMessage(parts: readonly Part[], scene: NoticeScene): Message {
  const lead = parts.length > 1 ? ['A few things, in one message:'] : [];
  const stopped = scene.stopped.map(
    ({ name }) => `You won’t get ${name} any more. Everything else goes on.`,
  );
  const blocks = [
    ...lead.map((text) => section(text)),
    ...parts.flatMap((part): KnownBlock[] => [...part.blocks, context(whyOf(part))]),
    ...stopped.map((text) => context(text)),
  ];
  const told = parts.flatMap((part) => [cutMarkup(part.text, TEXT_OF_PART), whyOf(part)]);
  return {
    text: [...lead, ...told, ...stopped].join('\n'),
    blocks: withRow(blocks, actions(rowOf(parts, scene))),
  };
}

/** Once nothing is left of a message whose kind goes on after all. */
export function resumedMessage({ name }: Kind): Message {
  return { text: `You get ${name} again, as they come.` };
}

function whyOf({ why }: Part): string {
  return `You get this because ${cutMarkup(why, WHY)}.`;
}

function rowOf(parts: readonly Part[], scene: NoticeScene): readonly Button[] {
  const valueFor = ({ kind }: Kind) => encodeAbout({ ...scene, kind });
  const kinds = [...new Map(parts.map(({ kind }) => [kind.kind, kind])).values()];
  const isOne = kinds.length + scene.stopped.length === 1;
  return [
    ...kinds.map((kind, at) =>
      button({
        id: `${NOTICES.stop}.${at}`,
        text: isOne ? 'Stop these' : `Stop ${kind.name}`,
        value: valueFor(kind),
        label: `Stop ${kind.name}`,
      }),
    ),
    ...scene.stopped.map((kind, at) =>
      button({
        id: `${NOTICES.resume}.${at}`,
        text: isOne ? 'Send these again' : `Send ${kind.name} again`,
        value: valueFor(kind),
        label: `Send ${kind.name} again`,
      }),
    ),
  ];
}

/** However long the parts are, the row is never what Slack’s limits cut off. */
function withRow(blocks: readonly KnownBlock[], row: KnownBlock): readonly KnownBlock[] {
  const [first, ...rest] = fitting([row, ...blocks], 'There is more: `/partnership`');
  return first ? [...rest, first] : rest;
}
