import type { Mark, TextEncodeEntry } from 'vega';
import { FONT, INK } from './ink.ts';

/** How the rows of a Gantt look; what they hold is in its data. */
export function rowMarks(): readonly Mark[] {
  const field = (name: string) => ({ field: name });
  const day = (name: string) => ({ scale: 'x', field: name });
  const label = (
    x: TextEncodeEntry['x'],
    text: { readonly field: string },
    more: TextEncodeEntry,
  ): { enter: TextEncodeEntry } => ({
    enter: {
      ...(x && { x }),
      y: field('y'),
      text,
      baseline: { value: 'middle' },
      font: { value: FONT.family },
      fontSize: { value: FONT.size },
      ...more,
    },
  });
  const diamond = (x: string, isFilled: boolean, isShown: string): Mark => ({
    type: 'symbol',
    from: { data: 'dates' },
    encode: {
      enter: {
        x: day(x),
        y: field('y'),
        shape: { value: 'diamond' },
        size: { value: 110 },
        stroke: { value: INK.text },
        strokeWidth: { value: 2 },
        fill: { value: isFilled ? INK.text : INK.ground },
        opacity: [{ test: isShown, value: 1 }, { value: 0 }],
      },
    },
  });
  return [
    {
      type: 'rect',
      from: { data: 'bands' },
      encode: {
        enter: {
          x: { value: 12 },
          x2: { value: 708 },
          y: field('y'),
          height: field('height'),
          // The lines of the days show through.
          fill: { value: INK.band },
          fillOpacity: [{ test: 'datum.isShaded', value: 0.04 }, { value: 0 }],
        },
      },
    },
    {
      type: 'rect',
      from: { data: 'windows' },
      encode: {
        enter: {
          x: day('from'),
          x2: day('to'),
          yc: field('y'),
          height: { value: 10 },
          cornerRadius: { value: 2 },
          fill: field('fill'),
        },
      },
    },
    {
      type: 'rect',
      from: { data: 'windows' },
      encode: {
        enter: {
          xc: day('target'),
          width: { value: 4 },
          yc: field('y'),
          height: { value: 16 },
          fill: { value: INK.text },
          stroke: { value: INK.ground },
          strokeWidth: { value: 1 },
        },
      },
    },
    {
      type: 'text',
      from: { data: 'windows' },
      encode: label({ ...day('to'), offset: 6 }, field('organization'), { fill: field('hue') }),
    },
    {
      type: 'rule',
      from: { data: 'dates' },
      encode: {
        enter: {
          x: day('agreed'),
          x2: day('expected'),
          y: field('y'),
          stroke: { value: INK.text },
          strokeWidth: { value: 1.5 },
        },
      },
    },
    diamond('agreed', false, 'datum.isAgreed'),
    diamond('expected', true, 'datum.hasMoved || !datum.isAgreed'),
    {
      type: 'text',
      from: { data: 'dates' },
      encode: label({ ...day('last'), offset: 11 }, field('words'), {
        fill: { value: INK.text },
        fontWeight: { value: 600 },
      }),
    },
    {
      type: 'symbol',
      from: { data: 'health' },
      encode: {
        enter: {
          x: field('x'),
          y: field('y'),
          shape: field('shape'),
          size: { value: 90 },
          stroke: field('colour'),
          strokeWidth: { value: 2 },
          fill: field('fill'),
        },
      },
    },
    {
      type: 'text',
      from: { data: 'words' },
      encode: label(field('x'), field('text'), {
        fontSize: field('size'),
        fontWeight: field('weight'),
        fill: field('colour'),
      }),
    },
  ];
}
