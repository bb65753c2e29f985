import type { Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import type { Asking } from '../../slack/asking.ts';
import { addDays, daysBetween } from '../../time/days.ts';
import { type DaySpan, daySpansIn } from '../hours-in-words.ts';

/** Reads a day in words; refuses with a sentence where it is not certain which one is meant. */
export type DayReader = (text: string, ctx: Context, asking: Asking) => Promise<string>;

const LONGEST = 92;

/** The ISO dates of `27 November 2026, 24 December to 1 January`, each once. */
export async function readDays(
  words: string,
  read: (text: string) => Promise<string>,
  field: string,
): Promise<readonly string[]> {
  try {
    const days: string[] = [];
    for (const span of daySpansIn(words)) days.push(...(await daysIn(span, read)));
    return [...new Set(days)].toSorted();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, error.message, field);
  }
}

async function daysIn(
  { from, to }: DaySpan,
  read: (text: string) => Promise<string>,
): Promise<readonly string[]> {
  const first = await read(from);
  if (to === undefined) return [first];
  const last = await lastDay(first, to, read);
  const length = daysBetween(first, last) + 1;
  if (length < 1) throw refusal(`“${from} to ${to}” ends before it begins.`);
  if (length > LONGEST) {
    throw refusal(
      `“${from} to ${to}” are ${length} days; ${LONGEST} in one go is the most. Is the year right?`,
    );
  }
  return Array.from({ length }, (_, n) => addDays(first, n));
}

/** What ends earlier than it begins, and names no year, ends in the next one. */
async function lastDay(
  first: string,
  to: string,
  read: (text: string) => Promise<string>,
): Promise<string> {
  const last = await read(to);
  if (last >= first || /\d{4}/.test(to)) return last;
  const years = Number(first.slice(0, 4)) - Number(last.slice(0, 4));
  const inYear = (more: number) => `${Number(last.slice(0, 4)) + more}${last.slice(4)}`;
  return inYear(years) >= first ? inYear(years) : inYear(years + 1);
}

function refusal(message: string): Refusal {
  return new Refusal('invalid', message);
}
