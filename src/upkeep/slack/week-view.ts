import type { KnownBlock } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, section } from '../../slack/blocks.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Gap } from '../gap.ts';
import { encodeWeek, UPKEEP } from './ids.ts';
import type { UpkeepButtons } from './words.ts';

export type WeekScene = Pick<UpkeepButtons, 'defineButton'> & {
  readonly partnershipName: string;
  readonly channelId: string;
  /** The Monday of the week that it is about. */
  readonly week: string;
  readonly isStopped: boolean;
};

/** What a coordinator is told, alone, of the words that the glossary lacks. */
export function weekMessage(gaps: readonly Gap[], scene: WeekScene): Message {
  const lead =
    gaps.length === 0
      ? 'Nothing is left of these words. Thank you for looking at them.'
      : gaps.length === 1
        ? 'Last week a word came up that our glossary doesn’t have yet. Would you define it?'
        : 'Last week these words came up that our glossary doesn’t have yet. Which one would you define?';
  const lines = gaps.map(gapWords);
  const why = `You get this on Mondays because you look after ${inert(scene.partnershipName)} as a coordinator. I keep words and counts only, never who or where.`;
  const state = scene.isStopped ? 'Stopped: you won’t get these any more.' : why;
  return {
    text: [lead, ...lines.map((line) => `• ${line}`), state].join('\n'),
    blocks: [
      section(lead),
      ...gaps.flatMap((gap, at) => gapBlocks(gap, at, gaps, scene)),
      context(state),
      actions([stopButton(gaps, scene)]),
    ],
  };
}

function gapWords({ text, asked, used }: Gap): string {
  const counts = [
    ...(asked > 0 ? [`looked up ${times(asked)}`] : []),
    ...(used > 0 ? [`used ${times(used)}`] : []),
  ];
  return `${bold(text)} · ${counts.join(', ')}`;
}

function gapBlocks(
  gap: Gap,
  at: number,
  gaps: readonly Gap[],
  scene: WeekScene,
): readonly KnownBlock[] {
  return [
    section(gapWords(gap)),
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

function stopButton(gaps: readonly Gap[], scene: WeekScene) {
  const value = valueFor(0, gaps, scene);
  return scene.isStopped
    ? button({ id: UPKEEP.resume, text: 'Send these again', value })
    : button({ id: UPKEEP.stop, text: 'Stop these', value });
}

function valueFor(at: number, gaps: readonly Gap[], { channelId, week }: WeekScene): string {
  return encodeWeek({ channelId, week, at, words: gaps.map(({ text }) => text) });
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
