import type { Mark } from 'vega';
import { type Chart, WIDTH } from './chart.ts';
import { rowMarks } from './gantt-marks.ts';
import { type GanttRow, HEALTH_MARKS, placedRows, rowData } from './gantt-rows.ts';
import { FONT, hueOf, INK } from './ink.ts';
import { fitted } from './label.ts';
import { type LegendItem, legend, textAt } from './legend.ts';
import { spanOf, timeAxis, timeScale } from './time-axis.ts';

export type Gantt = {
  readonly title: string;
  readonly subtitle: string;
  readonly altText: string;
  readonly today: string;
  readonly todayWords: string;
  /** Their names; windows name them by their place here. */
  readonly organizations: readonly string[];
  readonly rows: readonly GanttRow[];
  /** Said at the foot. */
  readonly notes: readonly string[];
};

const [LEFT, RIGHT] = [24, WIDTH - 24];
/** Where the days are drawn; words stand beside their marks, so there is room left over at the right. */
const DAYS = [296, 612] as const;

/** Rows in the order they are given, each with its dates and everybody's windows beneath. */
export function ganttChart(gantt: Gantt): Chart {
  const { title, subtitle, altText, today, notes } = gantt;
  const keys = legend(legendOf(gantt), { x: LEFT, y: 84, right: RIGHT });
  const span = spanOf(gantt.rows.flatMap(daysOf), today);
  const rows = placedRows(gantt.rows, { left: LEFT, width: DAYS[0] - LEFT - 16 });
  const last = rows.at(-1);
  const body = last ? last.y + last.height : 0;
  const head = 84 + keys.height + 24;
  return {
    title,
    altText,
    spec: {
      width: WIDTH,
      height: head + body + 34 + notes.length * 18,
      padding: 0,
      autosize: 'none',
      background: INK.ground,
      data: [...rowData(rows, gantt.organizations, span)],
      scales: [timeScale('x', span, DAYS)],
      marks: [
        textAt({
          x: LEFT,
          y: 30,
          text: fitted(title, RIGHT - LEFT, FONT.heading),
          size: FONT.heading,
          isBold: true,
        }),
        textAt({
          x: LEFT,
          y: 55,
          text: fitted(subtitle, RIGHT - LEFT, FONT.title),
          size: FONT.title,
          colour: INK.quiet,
        }),
        ...keys.marks,
        {
          type: 'group',
          encode: {
            enter: { y: { value: head }, width: { value: WIDTH }, height: { value: body } },
          },
          // The lines of the days end with the rows.
          signals: [{ name: 'height', value: body }],
          axes: [timeAxis('x', span, 'top')],
          marks: [...rowMarks(), ...todayMarks(gantt, body)],
        },
        ...notes.map((note, n) =>
          textAt({ x: LEFT, y: head + body + 36 + n * 18, text: note, colour: INK.quiet }),
        ),
      ],
    },
  };
}

function daysOf({ agreedOn, expectedOn, windows }: GanttRow): readonly string[] {
  const ends = windows.flatMap((one) => [one.earliestOn, one.targetOn, one.latestOn]);
  return [agreedOn, expectedOn, ...ends].filter((on) => on !== undefined);
}

function legendOf({ organizations, rows }: Gantt): readonly LegendItem[] {
  const withWindows = new Set(
    rows.flatMap(({ windows }) => windows.map(({ organization }) => organization)),
  );
  const healths = Object.entries(HEALTH_MARKS).filter(([health]) =>
    rows.some((row) => row.health === health),
  );
  return [
    ...organizations.flatMap((text, at): readonly LegendItem[] =>
      withWindows.has(at) ? [{ kind: 'bar', text: `${text} can`, colour: hueOf(at) }] : [],
    ),
    ...(withWindows.size > 0
      ? [{ kind: 'tick', text: 'best day', colour: INK.text } as const]
      : []),
    { kind: 'mark', text: 'agreed', shape: 'diamond', colour: INK.text, isFilled: false },
    { kind: 'mark', text: 'expected now', shape: 'diamond', colour: INK.text, isFilled: true },
    ...healths.map(([, { words, ...mark }]) => ({ kind: 'mark', text: words, ...mark }) as const),
  ];
}

function todayMarks({ today, todayWords }: Gantt, height: number): readonly Mark[] {
  const x = { scale: 'x', value: Date.parse(`${today}T00:00:00Z`) };
  return [
    {
      type: 'rule',
      encode: {
        enter: {
          x,
          y: { value: 0 },
          y2: { value: height + 6 },
          stroke: { value: INK.today },
          strokeWidth: { value: 1.5 },
          strokeDash: { value: [4, 3] },
        },
      },
    },
    {
      type: 'text',
      encode: {
        enter: {
          x,
          y: { value: height + 16 },
          align: { value: 'center' },
          baseline: { value: 'middle' },
          text: { value: todayWords },
          font: { value: FONT.family },
          fontSize: { value: FONT.size },
          fontWeight: { value: 600 },
          fill: { value: INK.today },
        },
      },
    },
  ];
}
