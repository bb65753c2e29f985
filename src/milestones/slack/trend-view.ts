import type { KnownBlock } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, section } from '../../slack/blocks.ts';
import { cut } from '../../slack/limits.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { addDays, daysBetween } from '../../time/days.ts';
import type { Seen } from '../list-milestones.ts';
import { isOpen, type Milestone } from '../milestone.ts';
import { slipRate } from '../trend.ts';
import { MILESTONES } from './ids.ts';
import { pictureButton } from './picture-button.ts';
import { count, dayWords, type Scene } from './words.ts';

/** Slack’s limits for a chart: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
const CHART = { series: 6, name: 50, label: 20, categories: 12 } as const;

type Line = { readonly milestone: Milestone; readonly days: readonly number[] };

/** How the dates moved since all agreed to them (milestone trend analysis, domain 9.1). */
export function trendMessage(all: readonly Seen[], scene: Scene): Message {
  const told = withTrend(all);
  if (told.length === 0) {
    const text =
      'Nothing has been said twice about a date yet, so there is no trend to see. It begins with the second report.';
    return { text, blocks: [section(text)] };
  }
  const lines = told.map((milestone) => `• ${trendWords(milestone, scene)}`);
  const lead = 'How the dates moved since all agreed to them:';
  const chart = chartOf(told, scene);
  const how =
    'A flat line holds; a rising one slips; one that rises by a day each day is running away.';
  return {
    text: [lead, ...lines, how].join('\n'),
    blocks: [
      section(lead),
      ...(chart ? [chart] : []),
      section(lines.join('\n')),
      actions([
        pictureButton('trend', scene),
        button({ id: MILESTONES.timeline, text: 'Timeline', value: scene.channelId }),
      ]),
      context(how),
    ],
  };
}

/** Those of which something was said more than once since all agreed. */
export function withTrend(all: readonly Seen[]): readonly Milestone[] {
  return all
    .map(({ milestone }) => milestone)
    .filter((one) => isOpen(one) && one.baselineOn !== undefined && one.forecasts.length > 1);
}

function trendWords(milestone: Milestone, scene: Scene): string {
  const days = slipOf(milestone, milestone.forecasts.at(-1)?.forecastOn);
  const moves = milestone.forecasts.map(({ forecastOn }) => dayWords(forecastOn, scene.today));
  const rate = slipRate(milestone.forecasts);
  const steady = new Set(moves).size === 1;
  const path = steady ? `held ${moves[0]}` : [...new Set(moves)].join(', then ');
  const pace = rate && rate >= 0.25 ? `, ${Math.round(rate * 7)} days later each week` : '';
  return `${bold(milestone.title)}: ${path} (${slipWords(days)}${pace})`;
}

export function slipWords(days: number): string {
  if (days === 0) return 'as agreed';
  return days > 0 ? `${count(days, 'day')} later` : `${count(-days, 'day')} earlier`;
}

/** Those that moved most; undefined where there is too little to draw. */
function chartOf(milestones: readonly Milestone[], scene: Scene): KnownBlock | undefined {
  const days = [...new Set(milestones.flatMap((one) => one.forecasts.map((f) => f.reportedOn)))]
    .toSorted()
    .slice(-CHART.categories);
  if (days.length < 2) return undefined;
  const moved = milestones
    .toSorted((a, b) => movement(b) - movement(a))
    .slice(0, CHART.series)
    .map((milestone): Line => ({ milestone, days: days.map((on) => slipBy(milestone, on)) }));
  const labels = days.map((on) => cut(dayWords(on, scene.today), CHART.label));
  return asBlock({
    type: 'data_visualization',
    title: 'Days later than agreed, by report',
    chart: {
      type: 'line',
      series: moved.map(({ milestone, days: values }, at) => ({
        name: seriesName(milestone.title, at),
        data: values.map((value, n) => ({ label: labels[n] ?? '', value })),
      })),
      axis_config: { categories: labels, x_label: 'reported on', y_label: 'days later' },
    },
  });
}

/** Slack wants them all different, and long titles may begin alike. */
function seriesName(title: string, at: number): string {
  return title.length <= CHART.name ? title : `${at + 1}. ${cut(title, CHART.name - 4)}`;
}

/** @slack/types does not know this block yet. */
function asBlock(block: object): KnownBlock {
  return block as KnownBlock;
}

export function movement(milestone: Milestone): number {
  return Math.max(
    ...milestone.forecasts.map(({ forecastOn }) => Math.abs(slipOf(milestone, forecastOn))),
  );
}

/** What was expected on a day, as far as had been said by then; nothing has moved before that. */
function slipBy(milestone: Milestone, on: string): number {
  const last = milestone.forecasts.findLast(({ reportedOn }) => reportedOn < addDays(on, 1));
  return slipOf(milestone, last?.forecastOn);
}

export function slipOf(milestone: Milestone, forecastOn: string | undefined): number {
  const { baselineOn } = milestone;
  return baselineOn && forecastOn ? daysBetween(baselineOn, forecastOn) : 0;
}
