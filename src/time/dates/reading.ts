import { Temporal } from 'temporal-polyfill';
import { localDate, type WorkingCalendar } from '../calendar.ts';

export type DateSpeaker = {
  readonly now: Date;
  /** IANA. */
  readonly timeZone: string;
  /** As Slack gives it: `en-US`, `de-DE`. */
  readonly locale: string;
  /** Whether they speak of what is to come, as a rule, or of what was. */
  readonly direction?: Direction | undefined;
  /** That of their organization; without it nobody can count its working days. */
  readonly calendar?: WorkingCalendar | undefined;
};

export type Direction = 'past' | 'future';

export type ReadDate =
  | { readonly kind: 'date'; readonly on: string; readonly isExact: boolean }
  | { readonly kind: 'ambiguous'; readonly choices: readonly string[] }
  | { readonly kind: 'impossible' | 'past' | 'future' | 'unclear'; readonly message: string };

/** From where a day is counted, and on which side of it days are looked for. */
export type Moment = {
  readonly today: string;
  readonly direction: Direction;
  readonly calendar: WorkingCalendar | undefined;
};

/** One way to write a day: its pattern, with named groups, and what they mean. */
export type Form = {
  readonly pattern: string;
  read(groups: Groups, moment: Moment): ReadDate;
};

export type Groups = Readonly<Record<string, string | undefined>>;

export function momentOf({ now, timeZone, direction, calendar }: DateSpeaker): Moment {
  return { today: localDate(now, timeZone), direction: direction ?? 'future', calendar };
}

export function isMeant(on: string, { today, direction }: Moment): boolean {
  return direction === 'future' ? on >= today : on <= today;
}

/** A day on the side that is spoken of; today is on both. */
export function checked(on: string, moment: Moment, isExact: boolean): ReadDate {
  if (isMeant(on, moment)) return { kind: 'date', on, isExact };
  return moment.direction === 'future'
    ? { kind: 'past', message: `${dayWords(on)} has passed. Which later day do you mean?` }
    : { kind: 'future', message: `${dayWords(on)} is still to come. Which earlier day was it?` };
}

/** The one that can be meant, or all of them. It is exact only where there is no other reading at all. */
export function oneOf(days: readonly string[], moment: Moment, isExact: boolean): ReadDate {
  const all = [...new Set(days)].toSorted();
  const choices = all.filter((on) => isMeant(on, moment));
  const [first = all[0] ?? ''] = choices;
  if (choices.length > 1) return { kind: 'ambiguous', choices };
  return checked(first, moment, isExact && all.length === 1);
}

/** A day that no calendar has. */
export function impossible(month: number, year: number, lastDay: number): ReadDate {
  return {
    kind: 'impossible',
    message: `${MONTHS[month - 1]} ${year} has ${lastDay} days. Which day do you mean?`,
  };
}

export function unclear(message: string): ReadDate {
  return { kind: 'unclear', message };
}

export function dayWords(on: string): string {
  const { year, month, day } = Temporal.PlainDate.from(on);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

export function monthWords(month: number, year: number): string {
  return `${MONTHS[month - 1]} ${year}`;
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
