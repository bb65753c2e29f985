import { Temporal } from 'temporal-polyfill';

/** `15 December 2026`. */
export function dayWords(on: string): string {
  return Temporal.PlainDate.from(on).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

export function weekdayWords(on: string): string {
  return Temporal.PlainDate.from(on).toLocaleString('en-GB', { weekday: 'long' });
}

/** `Tuesday 15 December 2026`. */
export function wholeDay(on: string): string {
  return `${weekdayWords(on)} ${dayWords(on)}`;
}

/** One by one; the year of `March 31, 2027` belongs to the day before it. */
export function daysIn(text: string): readonly string[] {
  return text
    .replaceAll(/,\s*(\d{4})(?=\s*(?:[,;\n]|$))/g, ' $1')
    .split(/[,;\n]/)
    .map((day) => day.trim())
    .filter(Boolean);
}
