import type { Data, Mark } from 'vega';
import { daysBetween } from '../time/days.ts';
import { type Chart, instantOf, WIDTH } from './chart.ts';
import { FONT, hueOf, INK, type Shape } from './ink.ts';
import { fitted, widthOf } from './label.ts';
import { textAt } from './legend.ts';
import { type Span, spanOf, timeAxis, timeScale } from './time-axis.ts';
import { lineMarks, todayMarks } from './trend-marks.ts';

export type TrendLine = {
  readonly title: string;
  /** What is expected now, in few words. */
  readonly dateWords: string;
  /** Oldest first. */
  readonly points: readonly { readonly reportedOn: string; readonly forecastOn: string }[];
};

export type Trend = {
  readonly title: string;
  readonly subtitle: string;
  readonly altText: string;
  readonly today: string;
  readonly lines: readonly TrendLine[];
  /** Said at the foot. */
  readonly notes: readonly string[];
};

const [LEFT, TOP, HEIGHT] = [24, 100, 420];
/** Where the days are drawn, and beside it the names. */
const DAYS = { x: 84, width: 308 } as const;
const LABELS = { x: DAYS.width + 28, width: WIDTH - 20 - DAYS.x - DAYS.width - 28, apart: 18 };
/** What was said longer ago is drawn at the edge. */
const BACK_DAYS = 730;
const SHAPES: readonly Shape[] = ['circle', 'square', 'triangle-up', 'diamond'];

/** Milestone trend analysis: what was expected (upwards) by the day on which it was said (rightwards). */
export function trendChart(trend: Trend): Chart {
  const { title, subtitle, altText, today, lines, notes } = trend;
  const reported = spanOf(
    lines.flatMap(({ points }) => points.map(({ reportedOn }) => reportedOn)),
    today,
    BACK_DAYS,
  );
  const said = { ...reported, to: today };
  const expected = spanOf(
    lines.flatMap(({ points }) => points.map(({ forecastOn }) => forecastOn)),
    today,
    BACK_DAYS,
  );
  const bottom = TOP + HEIGHT;
  return {
    title,
    altText,
    spec: {
      width: WIDTH,
      height: bottom + 64 + notes.length * 18,
      padding: 0,
      autosize: 'none',
      background: INK.ground,
      data: [...dataOf(lines, said, expected)],
      scales: [
        timeScale('said', said, [0, DAYS.width]),
        timeScale('expected', expected, [HEIGHT, 0]),
      ],
      marks: [
        heading(title, 30, FONT.heading),
        heading(subtitle, 55, FONT.title),
        {
          type: 'group',
          encode: {
            enter: {
              x: { value: DAYS.x },
              y: { value: TOP },
              width: { value: DAYS.width },
              height: { value: HEIGHT },
            },
          },
          signals: [
            { name: 'height', value: HEIGHT },
            { name: 'width', value: DAYS.width },
          ],
          axes: [
            { ...timeAxis('said', said, 'bottom'), grid: false },
            timeAxis('expected', expected, 'left'),
          ],
          marks: [...todayMarks(), ...lineMarks(LABELS.x)],
        },
        textAt({ x: DAYS.x, y: bottom + 38, text: 'reported on', colour: INK.quiet }),
        textAt({ x: LEFT, y: TOP - 18, text: 'expected', colour: INK.quiet }),
        ...notes.map((note, n) =>
          textAt({ x: LEFT, y: bottom + 66 + n * 18, text: note, colour: INK.quiet }),
        ),
      ],
    },
  };
}

function heading(text: string, y: number, size: number): Mark {
  const isBold = size === FONT.heading;
  const colour = isBold ? INK.text : INK.quiet;
  return textAt({ x: LEFT, y, text: fitted(text, WIDTH - 2 * LEFT, size), size, isBold, colour });
}

function dataOf(lines: readonly TrendLine[], said: Span, expected: Span): readonly Data[] {
  const heightOf = (on: string) => {
    const share = daysBetween(expected.from, on) / daysBetween(expected.from, expected.to);
    return HEIGHT * (1 - Math.min(1, Math.max(0, share)));
  };
  const lasts = lines.map(({ points }) => points.at(-1)?.forecastOn ?? said.to);
  const heights = apart(lasts.map(heightOf), LABELS.apart, HEIGHT);
  const points = lines.flatMap((line, at) =>
    line.points.map(({ reportedOn, forecastOn }) => ({
      line: at,
      reportedOn: instantOf(reportedOn),
      forecastOn: instantOf(forecastOn),
      hue: hueOf(at),
      shape: SHAPES[at % SHAPES.length],
    })),
  );
  const labels = lines.map(({ title, dateWords, points: given }, at) => {
    const room = LABELS.width - widthOf(` · ${dateWords}`, FONT.size);
    return {
      text: `${fitted(title, room, FONT.size)} · ${dateWords}`,
      y: heights[at],
      since: instantOf(given.at(-1)?.reportedOn ?? said.to),
      now: instantOf(said.to),
      last: instantOf(lasts[at] ?? said.to),
      hue: hueOf(at),
    };
  });
  const [, from = said.from] = [said.from, expected.from].toSorted();
  const diagonal = [{ from: instantOf(from), to: instantOf(said.to) }];
  const table = (name: string, values: readonly object[]): Data => ({ name, values: [...values] });
  return [table('points', points), table('labels', labels), table('today', diagonal)];
}

/** The same heights, moved as little as keeps them from covering each other. */
export function apart(heights: readonly number[], gap: number, most: number): readonly number[] {
  const order = heights
    .map((_, at) => at)
    .toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let floor = Number.NEGATIVE_INFINITY;
  for (const at of order) {
    placed[at] = Math.max(placed[at] ?? 0, floor);
    floor = (placed[at] ?? 0) + gap;
  }
  let ceiling = most;
  for (const at of order.toReversed()) {
    placed[at] = Math.min(placed[at] ?? 0, ceiling);
    ceiling = (placed[at] ?? 0) - gap;
  }
  return placed;
}
