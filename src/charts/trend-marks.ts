import type { Mark } from 'vega';
import { FONT, INK } from './ink.ts';

/** Where the day has come on which something was expected. */
export function todayMarks(): readonly Mark[] {
  const day = (scale: string, field: string) => ({ scale, field });
  return [
    {
      type: 'rule',
      from: { data: 'today' },
      encode: {
        enter: {
          x: day('said', 'from'),
          y: day('expected', 'from'),
          x2: day('said', 'to'),
          y2: day('expected', 'to'),
          stroke: { value: INK.today },
          strokeWidth: { value: 1.5 },
          strokeDash: { value: [4, 3] },
        },
      },
    },
  ];
}

/** Each line with its points, and at its end its name. */
export function lineMarks(labelsAt: number): readonly Mark[] {
  const said = (field: string) => ({ scale: 'said', field });
  const expected = (field: string) => ({ scale: 'expected', field });
  return [
    // What was said last holds until today.
    {
      type: 'rule',
      from: { data: 'labels' },
      encode: {
        enter: {
          x: said('since'),
          x2: said('now'),
          y: expected('last'),
          stroke: { field: 'hue' },
          strokeWidth: { value: 1.5 },
          strokeDash: { value: [1, 3] },
        },
      },
    },
    {
      type: 'rule',
      from: { data: 'labels' },
      encode: {
        enter: {
          x: { ...said('now'), offset: 2 },
          x2: { value: labelsAt - 4 },
          y: expected('last'),
          y2: { field: 'y' },
          stroke: { field: 'hue' },
          strokeWidth: { value: 1 },
        },
      },
    },
    {
      type: 'group',
      from: { facet: { name: 'line', data: 'points', groupby: 'line' } },
      marks: [
        {
          type: 'line',
          from: { data: 'line' },
          encode: {
            enter: {
              x: said('reportedOn'),
              y: expected('forecastOn'),
              stroke: { field: 'hue' },
              strokeWidth: { value: 2 },
            },
          },
        },
        {
          type: 'symbol',
          from: { data: 'line' },
          encode: {
            enter: {
              x: said('reportedOn'),
              y: expected('forecastOn'),
              shape: { field: 'shape' },
              size: { value: 60 },
              fill: { field: 'hue' },
              stroke: { value: INK.ground },
              strokeWidth: { value: 1 },
            },
          },
        },
      ],
    },
    {
      type: 'text',
      from: { data: 'labels' },
      encode: {
        enter: {
          x: { value: labelsAt },
          y: { field: 'y' },
          baseline: { value: 'middle' },
          text: { field: 'text' },
          font: { value: FONT.family },
          fontSize: { value: FONT.size },
          fill: { field: 'hue' },
        },
      },
    },
  ];
}
