import { KNOWN_LETTERS } from './definition-check.ts';
import type { Hit, Scanner } from './scanner.ts';

/** What the radar takes notice of (domain 3.2.8): a scan without the letters that everybody knows. */
export function spot(text: string, scanner: Scanner): readonly Hit[] {
  return scanner.scan(text).filter(({ start, end }) => !isKnownToAll(text, start, end));
}

/** `PM` is the time of day after a number, and the project manager elsewhere. */
export function isKnownToAll(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end).replaceAll('.', '');
  const letters = written.toUpperCase();
  if (!KNOWN_LETTERS.has(letters)) return false;
  return !/^[AP]M$/.test(written) || isAfterNumber(text, start);
}

/** Straight after it, or after a space; for a time zone, also after `AM` or `PM`. */
export function isAfterNumber(text: string, at: number): boolean {
  return /\d[^\S\n]?(?:[ap]\.?m\.?[^\S\n])?$/i.test(text.slice(Math.max(0, at - 8), at));
}
