import type { KnownBlock } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, section } from '../../slack/blocks.ts';
import { bold } from '../../slack/mrkdwn.ts';
import type { Gap } from '../gap.ts';
import { encodeWeek, UPKEEP } from './ids.ts';
import type { UpkeepButtons } from './words.ts';

export type WeekScene = Pick<UpkeepButtons, 'defineButton'> & {
  readonly channelId: string;
  /** The Monday of the week that it is about. */
  readonly week: string;
};

const KEPT = 'I keep words and counts only, never who or where.';

/** What a coordinator is shown, alone, of the words that the glossary lacks. */
export function weekMessage(gaps: readonly Gap[], scene: WeekScene): Message {
  const lead =
    gaps.length === 0
      ? 'Nothing is left of these words. Thank you for looking at them.'
      : gaps.length === 1
        ? 'Last week a word came up that our glossary doesn’t have yet. Would you define it?'
        : 'Last week these words came up that our glossary doesn’t have yet. Which one would you define?';
  const lines = gaps.map((gap) => `${bold(gap.text)} · ${countWords(gap)}`);
  return {
    text: [lead, ...lines.map((line) => `• ${line}`), KEPT].join('\n'),
    blocks: [
      section(lead),
      ...gaps.flatMap((gap, at) => gapBlocks(gap, at, gaps, scene)),
      context(KEPT),
    ],
  };
}

/** `looked up twice, used 5 times` */
export function countWords({ asked, used }: Gap): string {
  const counts = [
    ...(asked > 0 ? [`looked up ${times(asked)}`] : []),
    ...(used > 0 ? [`used ${times(used)}`] : []),
  ];
  return counts.join(', ');
}

function gapBlocks(
  gap: Gap,
  at: number,
  gaps: readonly Gap[],
  scene: WeekScene,
): readonly KnownBlock[] {
  return [
    section(`${bold(gap.text)} · ${countWords(gap)}`),
    actions([
      button({
        ...scene.defineButton(gap.text, scene.channelId),
        text: 'Define',
        label: `Define ${gap.text}`,
        ...(at === 0 && { style: 'primary' as const }),
      }),
      button({
        id: UPKEEP.ignore,
        text: 'Never ask again',
        value: valueFor(at, gaps, scene),
        label: `Never ask again about ${gap.text}`,
      }),
    ]),
  ];
}

function valueFor(at: number, gaps: readonly Gap[], { channelId, week }: WeekScene): string {
  return encodeWeek({ channelId, week, at, words: gaps.map(({ text }) => text) });
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
