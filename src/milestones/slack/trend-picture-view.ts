import { ALT_TEXT_LIMIT, type Chart } from '../../charts/chart.ts';
import { drawable } from '../../charts/label.ts';
import { type Trend, type TrendLine, trendChart } from '../../charts/trend.ts';
import { cut } from '../../slack/limits.ts';
import type { Seen } from '../list-milestones.ts';
import type { Milestone } from '../milestone.ts';
import { dailyReports } from '../trend.ts';
import { movement, slipOf, slipWords, withTrend } from './trend-view.ts';
import { count, type Scene, shortDay } from './words.ts';

const MOST_LINES = 15;

/** How the dates moved as milestone trend analysis (domain 9.1); undefined where nothing was said twice. */
export function trendPicture(
  all: readonly Seen[],
  scene: Scene,
  partnershipName: string,
): Chart | undefined {
  const trend = trendOf(all, scene, partnershipName);
  return trend && trendChart(trend);
}

export function trendOf(
  all: readonly Seen[],
  { today }: Scene,
  partnershipName: string,
): Trend | undefined {
  const told = withTrend(all).toSorted((a, b) => movement(b) - movement(a));
  if (told.length === 0) return undefined;
  const shown = told.slice(0, MOST_LINES);
  const left = told.length - shown.length;
  const lines = shown.map((milestone, n) => lineOf(milestone, n, today));
  const title = `How the dates of ${drawable(partnershipName) ?? 'the partnership'} moved`;
  const notes = [
    'A flat line holds, a rising one slips. Dotted: nothing new since. Dashed: the day has come.',
    ...(left > 0 ? [`${count(left, 'more milestone')} that moved less, not drawn.`] : []),
  ];
  const words = shown.map(
    (milestone, n) =>
      `${cut(lines[n]?.title ?? '', 60)}: ${lines[n]?.dateWords}, ${slipWords(slipOf(milestone, milestone.forecasts.at(-1)?.forecastOn))}.`,
  );
  return {
    title,
    subtitle: 'When each was expected, by the day on which that was said',
    altText: cut(
      [`${title}, by ${shortDay(today, today)}.`, ...words, ...notes.slice(1)].join(' '),
      ALT_TEXT_LIMIT,
    ),
    today,
    lines,
    notes,
  };
}

function lineOf(milestone: Milestone, n: number, today: string): TrendLine {
  const points = dailyReports(milestone.forecasts);
  return {
    title: drawable(milestone.title) ?? `Milestone ${n + 1}`,
    dateWords: shortDay(points.at(-1)?.forecastOn ?? today, today),
    points: points.map(({ reportedOn, forecastOn }) => ({ reportedOn, forecastOn })),
  };
}
