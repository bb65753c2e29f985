import type { Context } from '../../context.ts';
import { button } from '../../slack/blocks.ts';
import { listed } from '../../slack/listed.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { localDate, mondayOfWeek } from '../../time/calendar.ts';
import { listGaps } from '../list-gaps.ts';
import { encodeWeek, UPKEEP } from './ids.ts';
import { countWords } from './week-view.ts';
import type { UpkeepButtons } from './words.ts';

/** Asks a coordinator, in the digest, about the words that the glossary lacked last week. */
export function createMissingWordsDigest({ defineButton }: Pick<UpkeepButtons, 'defineButton'>) {
  return {
    name: 'missing words',
    async lines(ctx: Context, { now }: { readonly now: Date }) {
      const today = localDate(now, ctx.member?.timeZone ?? 'UTC');
      const week = mondayOfWeek(today, 1);
      const gaps = await listGaps(ctx, { week });
      const [first] = gaps;
      if (!first) return [];
      const [channelId = ''] = ctx.partnership.channelIds;
      const words = gaps.map(({ text }) => text);
      return [
        {
          slot: 'question' as const,
          weight: 1,
          isPrivate: true,
          text: `Last week ${listed(gaps.map((gap) => `${bold(gap.text)} (${countWords(gap)})`))} came up, and our glossary doesn’t have ${gaps.length === 1 ? 'it. Would you define it?' : 'them. Would you define one?'}`,
          buttons: [
            button({
              ...defineButton(first.text, channelId),
              text: 'Define',
              label: `Define ${first.text}`,
            }),
            button({
              id: UPKEEP.words,
              text: gaps.length === 1 ? 'Not a term?' : 'All of them',
              value: encodeWeek({ channelId, week, at: 0, words }),
              label: 'The words that our glossary lacks',
            }),
          ],
        },
      ];
    },
  };
}
