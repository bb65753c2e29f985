import { localDate } from '../../partnerships/calendar.ts';

export type DateSpeaker = {
  readonly now: Date;
  /** IANA. */
  readonly timeZone: string;
  /** As Slack gives it: `en-US`, `de-DE`. */
  readonly locale: string;
};

export type ReadDate =
  | { readonly kind: 'date'; readonly on: string; readonly isExact: boolean }
  | { readonly kind: 'ambiguous'; readonly choices: readonly string[] }
  | { readonly kind: 'impossible' | 'past' | 'unclear'; readonly message: string };

export function todayFor({ now, timeZone }: DateSpeaker): string {
  return localDate(now, timeZone);
}

/** A day that is not over yet. */
export function checked(on: string, today: string, isExact: boolean): ReadDate {
  if (on >= today) return { kind: 'date', on, isExact };
  return {
    kind: 'past',
    message: `${wordsOf(on)} has passed. Which later day do you mean?`,
  };
}

/** The one, or where both can be meant the two of them. */
export function oneOf(days: readonly string[], today: string, isExact: boolean): ReadDate {
  const choices = [...new Set(days.filter((on) => on >= today))].toSorted();
  const [first = days[0] ?? ''] = choices;
  return choices.length > 1 ? { kind: 'ambiguous', choices } : checked(first, today, isExact);
}

/** A day that no calendar has. */
export function impossible(month: number, year: number, lastDay: number): ReadDate {
  return {
    kind: 'impossible',
    message: `${MONTHS[month - 1]} ${year} has ${lastDay} days. Which day do you mean?`,
  };
}

const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function wordsOf(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
