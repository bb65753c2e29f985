import type { Spec } from 'vega';

/** A picture before it is drawn: data, and nothing that acts. */
export type Chart = {
  readonly title: string;
  /** What it shows, for those who don’t see it. */
  readonly altText: string;
  readonly spec: Spec;
};

/** Of a picture that is handed to Slack with its file. */
export const ALT_TEXT_LIMIT = 1_000;

/** As wide as Slack shows it at most, in its own pixels; it is drawn twice as sharp. */
export const WIDTH = 720;

/** Milliseconds, for Vega’s scales of time. */
export function instantOf(on: string): number {
  return Date.parse(`${on}T00:00:00Z`);
}
