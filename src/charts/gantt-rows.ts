import type { Data } from 'vega';
import { instantOf } from './chart.ts';
import { FONT, hueOf, INK, type Shape } from './ink.ts';
import { fitted, wrapped } from './label.ts';
import type { Span } from './time-axis.ts';

export type Health = 'green' | 'amber' | 'red' | 'unknown' | 'open';

export type GanttWindow = {
  /** The place of its organization in the list. */
  readonly organization: number;
  /** Undefined where that end is open. */
  readonly earliestOn: string | undefined;
  readonly targetOn: string;
  readonly latestOn: string | undefined;
};

export type GanttRow = {
  readonly title: string;
  /** Its state and colour in words. */
  readonly status: string;
  readonly health: Health;
  /** What all agreed to. */
  readonly agreedOn: string | undefined;
  /** What is reckoned with now. */
  readonly expectedOn: string | undefined;
  /** That day in few words. */
  readonly dateWords: string;
  readonly windows: readonly GanttWindow[];
};

type HealthMark = {
  readonly words: string;
  readonly shape: Shape;
  readonly colour: string;
  readonly isFilled: boolean;
};

/** A shape for each colour, for those who do not see it. */
export const HEALTH_MARKS: Readonly<Record<Health, HealthMark>> = {
  green: { words: 'green', shape: 'circle', colour: '#0b7a4b', isFilled: true },
  amber: { words: 'amber', shape: 'triangle-up', colour: '#9a5b00', isFilled: true },
  red: { words: 'red', shape: 'square', colour: '#b3261e', isFilled: true },
  unknown: { words: 'no recent news', shape: 'circle', colour: INK.quiet, isFilled: false },
  open: { words: 'not agreed yet', shape: 'stroke', colour: INK.quiet, isFilled: false },
};

const [LANE, LINE, MARK] = [18, 16, 20];

export type PlacedRow = GanttRow & {
  readonly y: number;
  readonly height: number;
  readonly left: number;
  readonly lines: readonly string[];
};

/** One below the other, each as high as its words and its windows need. */
export function placedRows(
  rows: readonly GanttRow[],
  { left, width }: { readonly left: number; readonly width: number },
): readonly PlacedRow[] {
  let y = 0;
  return rows.map((row) => {
    const lines = wrapped(row.title, width - MARK, FONT.title, 2);
    const status = fitted(row.status, width - MARK, FONT.size);
    const words = (lines.length + 1) * LINE;
    const height = 16 + Math.max(words, (1 + row.windows.length) * LANE);
    const placed = { ...row, status, lines, left, y, height };
    y += height;
    return placed;
  });
}

/** What the marks draw: one table for each kind of them. */
export function rowData(
  rows: readonly PlacedRow[],
  organizations: readonly string[],
  { from, to }: Span,
): readonly Data[] {
  const bands = rows.map(({ y, height }, n) => ({ y, height, isShaded: n % 2 === 0 }));
  const words = rows.flatMap(({ lines, status, left, y, title }) => [
    ...lines.map((text, n) => ({
      title,
      text,
      x: left + MARK,
      y: y + 8 + (n + 0.5) * LINE,
      size: FONT.title,
      weight: 600,
      colour: INK.text,
    })),
    {
      title,
      text: status,
      x: left + MARK,
      y: y + 8 + (lines.length + 0.5) * LINE,
      size: FONT.size,
      weight: 400,
      colour: INK.quiet,
    },
  ]);
  const health = rows.map(({ health, left, y }) => {
    const { shape, colour, isFilled } = HEALTH_MARKS[health];
    return {
      x: left + 6,
      y: y + 8 + LINE / 2,
      shape,
      colour,
      fill: isFilled ? colour : INK.ground,
    };
  });
  const dates = rows.flatMap(({ agreedOn, expectedOn, dateWords, y, title }) => {
    if (!expectedOn) return [];
    const [agreed, expected] = [instantOf(agreedOn ?? expectedOn), instantOf(expectedOn)];
    const at = { title, y: y + 8 + LANE / 2, agreed, expected };
    return [
      {
        ...at,
        hasMoved: agreed !== expected,
        isAgreed: agreedOn !== undefined,
        last: Math.max(agreed, expected),
        words: dateWords,
      },
    ];
  });
  const windows = rows.flatMap(({ windows: given, y, title }) =>
    given.map(({ organization, earliestOn, targetOn, latestOn }, n) => {
      const hue = hueOf(organization);
      return {
        title,
        organization: fitted(organizations[organization] ?? '', 84, FONT.size),
        y: y + 8 + (n + 1.5) * LANE,
        from: instantOf(earliestOn ?? from),
        target: instantOf(targetOn),
        to: instantOf(latestOn ?? to),
        hue,
        fill: fading(hue, earliestOn === undefined, latestOn === undefined),
        isOpenBefore: earliestOn === undefined,
        isOpenAfter: latestOn === undefined,
      };
    }),
  );
  const table = (name: string, values: readonly object[]): Data => ({ name, values: [...values] });
  return [
    table('bands', bands),
    table('words', words),
    table('health', health),
    table('dates', dates),
    table('windows', windows),
  ];
}

/** An open end fades out, since nobody said where it is. */
function fading(hue: string, before: boolean, after: boolean): object | string {
  if (!before && !after) return hue;
  const clear = `${hue}00`;
  const stops = [
    { offset: 0, color: before ? clear : hue },
    ...(before ? [{ offset: 0.35, color: hue }] : []),
    ...(after ? [{ offset: 0.65, color: hue }] : []),
    { offset: 1, color: after ? clear : hue },
  ];
  return { gradient: 'linear', x1: 0, y1: 0, x2: 1, y2: 0, stops };
}
