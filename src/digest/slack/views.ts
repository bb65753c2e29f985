import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { questionId } from '../../slack/answered.ts';
import {
  actions,
  button,
  choiceInput,
  context,
  fitting,
  modal,
  onePrimary,
  section,
  textInput,
} from '../../slack/blocks.ts';
import { bold, inert, mention } from '../../slack/mrkdwn.ts';
import { type DigestLine, SLOTS } from '../digest-line.ts';
import { weekdayName } from '../digest-turn.ts';
import type { Digest } from '../prepare-digest.ts';
import { DIGEST } from './ids.ts';

export type DigestScene = {
  readonly partnershipName: string;
  readonly channelId: string;
  /** How the one who reads it gets it; undefined for somebody who does not. */
  readonly digest:
    | { readonly weekday: number; readonly time: string; readonly isStopped: boolean }
    | undefined;
};

/** The week in at most six lines, each with what can be done about it. */
export function digestMessage(digest: Digest, scene: DigestScene): Message {
  const lead = leadOf(digest, scene);
  const foot = footOf(scene);
  const row = [...allButton(digest, scene), ...(scene.digest ? footButtons(scene) : [])];
  return {
    text: [lead, ...digest.lines.map(({ text }) => `• ${text}`), foot].join('\n'),
    blocks: fitting(
      onePrimary([
        section(lead),
        ...digest.lines.flatMap((line, at) => lineBlocks(line, at)),
        context(foot),
        ...(row.length > 0 ? [actions(row)] : []),
      ]),
      MORE,
    ),
  };
}

const MORE = 'There is more: `/partnership milestones`';

/** Every line by itself, where the six name several together. */
export function allMessage({ all }: Digest, { partnershipName }: DigestScene): Message {
  const lead = `Everything about ${bold(partnershipName)} this week:`;
  const lines = all.toSorted(inOrder);
  return {
    text: [lead, ...lines.map(({ text }) => `• ${text}`)].join('\n'),
    blocks: fitting(
      onePrimary([section(lead), ...lines.flatMap((line, at) => lineBlocks(line, at))]),
      MORE,
    ),
  };
}

function inOrder(a: DigestLine, b: DigestLine): number {
  const [mineA, mineB] = [a.isMine === true, b.isMine === true];
  if (mineA !== mineB) return mineA ? -1 : 1;
  return SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot) || b.weight - a.weight;
}

function allButton({ lines, all }: Digest, { channelId }: DigestScene): readonly Button[] {
  if (all.length <= lines.length) return [];
  const text = `Show all ${all.length}`;
  return [button({ id: DIGEST.all, text, value: channelId, label: `${text} things of this week` })];
}

function leadOf({ lines }: Digest, { partnershipName }: DigestScene): string {
  const name = bold(partnershipName);
  return lines.length > 0
    ? `${name}, this week:`
    : `${name}: a quiet week. Nothing is late, nothing waits, and nothing is due in the next 14 days.`;
}

function footOf({ digest, partnershipName }: DigestScene): string {
  if (!digest) return 'Coordinators get this every week; `/partnership setup` says who they are.';
  if (digest.isStopped)
    return 'Stopped: you don’t get this any more. `/partnership digest on` brings it back.';
  return `You get this on ${weekdayName(digest.weekday)}s at ${digest.time}, your time, because you look after ${inert(partnershipName)} as a coordinator.`;
}

function footButtons(scene: DigestScene): readonly Button[] {
  const { channelId, digest } = scene;
  return [
    button({
      id: DIGEST.change,
      text: 'Day and time',
      value: channelId,
      label: 'Change day and time of the digest',
    }),
    digest?.isStopped
      ? resumeButton(scene)
      : button({ id: DIGEST.stop, text: 'Stop these', value: channelId, label: 'Stop the digest' }),
  ];
}

function resumeButton({ channelId }: DigestScene): Button {
  return button({
    id: DIGEST.resume,
    text: 'Send it again',
    value: channelId,
    label: 'Send the digest again',
  });
}

/** Buttons of several lines may do the same: each block has its own. */
function lineBlocks({ text, buttons = [] }: DigestLine, at: number): readonly KnownBlock[] {
  const [only, ...others] = buttons;
  const block_id = questionId(`digest.${at}`);
  if (only && others.length === 0 && only.style !== 'primary') {
    return [{ ...section(text, only), block_id }];
  }
  const row = buttons.slice(0, 3);
  return [section(text), ...(row.length > 0 ? [{ ...actions(row), block_id }] : [])];
}

/** Where Slack lets the bot write to nobody alone: a post that names them, its lines in the thread. */
export function openMessages(
  digest: Digest,
  slackUserId: string,
  scene: DigestScene,
): { readonly post: Message; readonly thread: Message } {
  const text = `${mention(slackUserId)}, the week of ${bold(scene.partnershipName)} is in this thread, since I can’t write to you directly.`;
  const isOpen = ({ isPrivate }: DigestLine) => !isPrivate;
  const lines = digest.lines.filter(isOpen);
  const all = digest.all.filter(isOpen);
  return {
    post: { text, blocks: [section(text)] },
    thread: digestMessage({ lines, all }, scene),
  };
}

/** A day and time that are kept while the digest is stopped. */
export function keptMessage(scene: DigestScene): Message {
  const { digest } = scene;
  if (!digest?.isStopped) return whenMessage(scene);
  const text = `${weekdayName(digest.weekday)} at ${digest.time} is kept. The digest is off now.`;
  return { text, blocks: [section(text), actions([resumeButton(scene)])] };
}

export function whenMessage(scene: DigestScene): Message {
  const foot = footOf(scene);
  const how =
    'Change it with `/partnership digest tuesday 08:30`, `digest off` or `digest on`; `/partnership digest now` shows it right away.';
  return {
    text: `${foot} ${how}`,
    blocks: [section(foot), context(how), ...(scene.digest ? [actions(footButtons(scene))] : [])],
  };
}

export function changeForm(
  digest: { readonly weekday: number; readonly time: string },
  channelId: string,
): ModalView {
  return modal({
    id: DIGEST.change,
    title: 'The weekly digest',
    submit: 'Save',
    about: channelId,
    blocks: [
      choiceInput({
        block: 'weekday',
        label: 'On which day?',
        choices: [1, 2, 3, 4, 5, 6, 7].map((day) => ({
          value: String(day),
          text: weekdayName(day),
        })),
        initial: String(digest.weekday),
      }),
      textInput({
        block: 'time',
        label: 'At what time, your time?',
        initial: digest.time,
        placeholder: '09:00',
        limit: 5,
      }),
    ],
  });
}
