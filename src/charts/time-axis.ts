import type { Axis, Scale } from 'vega';
import { addDays, daysBetween } from '../time/days.ts';
import { instantOf } from './chart.ts';
import { FONT, INK } from './ink.ts';

export type Span = { readonly from: string; readonly to: string };

/** Beyond this what lies far off would press everything else together; it is drawn at the edge. */
const REACH = { back: 120, ahead: 1_100 } as const;

/** From the first to the last of these days and today, with some air. */
export function spanOf(
  days: readonly string[],
  today: string,
  backDays: number = REACH.back,
): Span {
  const [least, most] = [addDays(today, -backDays), addDays(today, REACH.ahead)];
  const near = [today, ...days].filter((on) => on >= least && on <= most).toSorted();
  const [first = today, last = today] = [near[0], near.at(-1)];
  const air = Math.max(5, Math.round(daysBetween(first, last) * 0.03));
  return { from: addDays(first, -air), to: addDays(last, air) };
}

export function timeScale(name: string, { from, to }: Span, range: readonly number[]): Scale {
  const domain = [instantOf(from), instantOf(to)];
  return { name, type: 'utc', domain, range: [...range], nice: false, clamp: true };
}

/** Months, or what has room instead; with the year where it begins. */
export function timeAxis(scale: string, span: Span, orient: 'top' | 'left' | 'bottom'): Axis {
  const days = daysBetween(span.from, span.to);
  const months = [1, 2, 3, 6, 12].find((step) => days / 30.4 / step <= 9) ?? 12;
  return {
    scale,
    orient,
    grid: true,
    gridColor: INK.grid,
    domain: false,
    ticks: false,
    tickCount: days < 45 ? { interval: 'week', step: 1 } : { interval: 'month', step: months },
    format: {
      year: months < 12 ? '%b %Y' : '%Y',
      quarter: '%b',
      month: '%b',
      week: '%-d %b',
      date: '%-d %b',
    },
    formatType: 'utc',
    labelFont: FONT.family,
    labelFontSize: FONT.size,
    labelColor: INK.quiet,
    labelPadding: 6,
  };
}
