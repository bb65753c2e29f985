import { inert } from '../../slack/mrkdwn.ts';
import { addDays } from '../../time/days.ts';
import type { Hours } from '../hours-in-words.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const WITH_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const SHORT = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const COUNTRY = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function noon(on: string): Date {
  return new Date(`${on}T12:00:00Z`);
}

/** `Thu 26 November`, with its year where that is not this one. */
function dayWords(on: string, today: string): string {
  const words = DAY.format(noon(on)).replaceAll(',', '');
  return on.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${on.slice(0, 4)}`;
}

/** `Thu 26 to Fri 27 November`, or the one day. */
export function stretchWords({ from, to }: Stretch, today: string): string {
  if (from === to) return dayWords(from, today);
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = isOneMonth
    ? dayWords(from, from).split(' ').slice(0, 2).join(' ')
    : dayWords(from, today);
  return `${first} to ${dayWords(to, today)}`;
}

export function dateWords(on: string): string {
  return WITH_YEAR.format(noon(on));
}

/** `Thu 26 Nov 2026`, for menus. */
export function shortDay(on: string): string {
  return SHORT.format(noon(on)).replaceAll(',', '');
}

/** `Monday to Friday`; `Monday, Wednesday and Friday`. */
export function weekWords(week: readonly number[]): string {
  if (week.length === 7) return 'every day';
  const first = week.find((day) => !week.includes(before(day)));
  if (first === undefined) return 'on no day';
  const run = Array.from({ length: week.length }, (_, n) => ((first - 1 + n) % 7) + 1);
  const isOneRun = run.every((day) => week.includes(day));
  if (isOneRun && week.length > 2) return `${weekdayName(run[0])} to ${weekdayName(run.at(-1))}`;
  return joined(week.map(weekdayName));
}

function before(day: number): number {
  return ((day + 5) % 7) + 1;
}

export function weekdayName(day = 1): string {
  return WEEKDAYS[day - 1] ?? '';
}

export function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

export function quietWords({ from, to }: Hours): string {
  return from === to ? 'no quiet hours' : `quiet from ${from} to ${to}`;
}

/** `United States (US-IL)`; the codes were looked up when they were stored. */
export function placeWords(code: string): string {
  const [country = ''] = code.toUpperCase().split('-');
  const name = /^[A-Z]{2}$/.test(country) ? COUNTRY.of(country) : undefined;
  return name && name !== code ? `${name} (${inert(code.toUpperCase())})` : inert(code);
}

export type Stretch = { readonly from: string; readonly to: string };

/** Days in a row in one: those between which nobody works anyway are no gap. */
export function stretches(
  days: readonly string[],
  isWorked: (on: string) => boolean,
): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const on of days) {
    const last = found.at(-1);
    if (last && nextWorked(last.to, isWorked) >= on) found[found.length - 1] = { ...last, to: on };
    else found.push({ from: on, to: on });
  }
  return found;
}

function nextWorked(on: string, isWorked: (on: string) => boolean): string {
  let day = addDays(on, 1);
  for (let n = 0; n < 7 && !isWorked(day); n += 1) day = addDays(day, 1);
  return day;
}
