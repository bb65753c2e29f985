import type { Button, KnownBlock } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { questionId } from '../../slack/answered.ts';
import { actions, button, context, fitting, onePrimary, section } from '../../slack/blocks.ts';
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
  /** They are choosing which kinds to stop. */
  readonly isChoosing?: boolean;
};

/** Five parts and their reasons fit into the text of one message. */
const TEXT_OF_PART = 600;
const WHY = 100;

/** One message for all that falls together, with why they get it and how to stop it. */
export function noticeMessage(given: readonly Part[], scene: NoticeScene): Message {
  const parts = shownParts(given);
  const lead = parts.length > 1 ? ['A few things, in one message:'] : [];
  const why = parts.length > 0 ? [whyOf(given)] : [];
  const stopped = scene.stopped.map(
    ({ name }) => `You won’t get ${name} any more. Everything else goes on.`,
  );
  const blocks = [
    ...lead.map((text) => section(text)),
    ...parts.flatMap(partBlocks),
    ...[...why, ...stopped].map((text) => context(text)),
  ];
  const told = parts.map(({ text }) => cutMarkup(text, TEXT_OF_PART));
  return {
    text: [...lead, ...told, ...why, ...stopped].join('\n'),
    blocks: withRow(onePrimary(blocks), actions(rowOf(given, scene))),
  };
}

/** What comes before the rest, then by weight; of parts that ask the same, the first one. */
function shownParts(given: readonly Part[]): readonly Part[] {
  const sorted = [
    ...given.filter(({ isFirst }) => isFirst),
    ...given.filter((one) => !one.isFirst),
  ];
  return sorted.filter(
    ({ asks }, at) => asks === undefined || sorted.findIndex((one) => one.asks === asks) === at,
  );
}

/** Its buttons go once one of them is answered. */
function partBlocks({ blocks }: Part, at: number): readonly KnownBlock[] {
  return blocks.map((block, n) =>
    block.type === 'actions' ? { ...block, block_id: questionId(`${at}.${n}`) } : block,
  );
}

/** Once nothing is left of a message whose kind goes on after all. */
export function resumedMessage({ name }: Kind): Message {
  return { text: `You get ${name} again, as they come.` };
}

function whyOf(parts: readonly Part[]): string {
  const whys = [...new Set(parts.map(({ why }) => cutMarkup(why, WHY)))];
  const [first, ...others] = whys;
  return `You get this because ${[first, ...others.map((why) => `because ${why}`)].join(', and ')}.`;
}

function rowOf(parts: readonly Part[], scene: NoticeScene): readonly Button[] {
  const valueFor = ({ kind }: Kind) => encodeAbout({ ...scene, kind });
  const kinds = [...new Map(parts.map(({ kind }) => [kind.kind, kind])).values()];
  const [first, second] = kinds;
  const isOne = kinds.length + scene.stopped.length === 1;
  const stops = kinds.map((kind, at) =>
    button({
      id: `${NOTICES.stop}.${at}`,
      text: isOne ? 'Stop these' : `Stop ${kind.name}`,
      value: valueFor(kind),
      label: `Stop ${kind.name}`,
    }),
  );
  const choose =
    first && second && !scene.isChoosing && scene.stopped.length === 0
      ? [button({ id: NOTICES.choose, text: 'Stop some of these', value: valueFor(first) })]
      : stops;
  return [
    ...choose,
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
