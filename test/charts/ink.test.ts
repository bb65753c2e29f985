import { expect, test } from 'vitest';
import { HEALTH_MARKS } from '../../src/charts/gantt-rows.ts';
import { hueOf, INK } from '../../src/charts/ink.ts';

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const COLOURS = [
  INK.text,
  INK.quiet,
  INK.today,
  ...Array.from({ length: 20 }, (_, at) => hueOf(at)),
  ...Object.values(HEALTH_MARKS).map(({ colour }) => colour),
];

test.each([...new Set(COLOURS)])('%s can be read on its ground, also on a shaded row', (colour) => {
  expect(contrast(colour, INK.ground)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colour, '#f6f6f6')).toBeGreaterThanOrEqual(4.5);
});

test('each colour of a milestone has a shape of its own', () => {
  const marks = Object.values(HEALTH_MARKS).map(({ shape, isFilled }) => `${shape} ${isFilled}`);
  expect(new Set(marks).size).toBe(marks.length);
});
