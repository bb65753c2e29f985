import type { Mark } from 'vega';
import { FONT, INK, type Shape } from './ink.ts';
import { widthOf } from './label.ts';

export type LegendItem = { readonly text: string; readonly colour: string } & (
  | { readonly kind: 'bar' | 'tick' }
  | { readonly kind: 'mark'; readonly shape: Shape; readonly isFilled: boolean }
);

const [LINE, KEY, GAP] = [20, 24, 18];

type Placed = LegendItem & { readonly x: number; readonly y: number };

/** What the marks mean, in as many lines as it takes. `y` is the middle of the first. */
export function legend(
  items: readonly LegendItem[],
  { x: left, y: top, right }: { readonly x: number; readonly y: number; readonly right: number },
): { readonly marks: readonly Mark[]; readonly height: number } {
  const placed: Placed[] = [];
  let [x, y] = [left, top];
  for (const item of items) {
    const width = KEY + widthOf(item.text, FONT.size) + GAP;
    if (x > left && x + width - GAP > right) [x, y] = [left, y + LINE];
    placed.push({ ...item, x, y });
    x += width;
  }
  return { marks: placed.flatMap(marksOf), height: y - top + LINE };
}

function marksOf(item: Placed): readonly Mark[] {
  return [keyOf(item), textAt({ ...item, x: item.x + KEY, colour: INK.text })];
}

function keyOf(item: Placed): Mark {
  const { x, y, colour } = item;
  if (item.kind === 'mark') {
    return symbolAt({ x: x + 10, y, colour, shape: item.shape, isFilled: item.isFilled });
  }
  const box = item.kind === 'bar' ? [x, y - 5, 18, 10] : [x + 8, y - 8, 3, 16];
  const [left = 0, up = 0, width = 0, height = 0] = box;
  return {
    type: 'rect',
    encode: {
      enter: {
        x: { value: left },
        y: { value: up },
        width: { value: width },
        height: { value: height },
        cornerRadius: { value: 2 },
        fill: { value: colour },
      },
    },
  };
}

export type Words = {
  readonly x: number;
  /** The middle of its line. */
  readonly y: number;
  readonly text: string;
  readonly colour?: string;
  readonly size?: number;
  readonly isBold?: boolean;
};

export function textAt({ x, y, text, colour = INK.text, size = FONT.size, isBold }: Words): Mark {
  return {
    type: 'text',
    encode: {
      enter: {
        x: { value: x },
        y: { value: y },
        baseline: { value: 'middle' },
        text: { value: text },
        font: { value: FONT.family },
        fontSize: { value: size },
        fontWeight: { value: isBold ? 600 : 400 },
        fill: { value: colour },
      },
    },
  };
}

function symbolAt(given: {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly shape: Shape;
  readonly isFilled: boolean;
}): Mark {
  return {
    type: 'symbol',
    encode: {
      enter: {
        x: { value: given.x },
        y: { value: given.y },
        size: { value: 90 },
        shape: { value: given.shape },
        stroke: { value: given.colour },
        strokeWidth: { value: 2 },
        fill: { value: given.isFilled ? given.colour : INK.ground },
      },
    },
  };
}
