import { Refusal } from '../refusal.ts';

/** Whatever a button or a form brings back may have been changed on its way, or be of an older version. */
const GONE =
  'What this is about isn’t here, so I changed nothing. It may be from an older message of mine: ask me again, for example with `/glossary list` or `/partnership timeline`, and use the buttons of the answer.';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Refuses what the database could not even look for. */
export function idIn(text: string): string {
  if (UUID.test(text)) return text;
  throw gone();
}

/** In place of the id of what is not there yet. */
export const NEW = '-';

/** What it was about is not there, or never was. */
export function gone(): Refusal {
  return new Refusal('not-found', GONE);
}

/** A version, a line, a place in a list: whole, and as large as a column holds, or else what is said instead. */
export function numberIn(text: string, otherwise: number): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

/** An ISO date that a calendar has; undefined for anything else. */
export function dayIn(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  return isDay ? text : undefined;
}
