/**
 * Colours on their own white ground, so that a picture reads the same in Slack’s light and dark themes.
 * All of them keep 4.5:1 against it, and differ for people who see few colours; none says anything
 * that words or a shape do not say too.
 */
export const INK = {
  ground: '#ffffff',
  band: '#1d1c1d',
  grid: '#dcdfe4',
  text: '#1d1c1d',
  quiet: '#565a60',
  today: '#1d1c1d',
} as const;

const HUES = ['#0b5cad', '#b04a00', '#00705a', '#8a2f8f', '#5c5200', '#2f3e9e', '#a3214f'] as const;

/** The same for the same place in a list, also beyond its end. */
export function hueOf(at: number): string {
  return HUES[at % HUES.length] ?? HUES[0];
}

export const FONT = { family: 'Inter, DejaVu Sans', size: 12, title: 13, heading: 18 } as const;

/** Vega’s names of shapes, for the marks that also have a colour. */
export type Shape = 'circle' | 'square' | 'diamond' | 'triangle-up' | 'stroke';
