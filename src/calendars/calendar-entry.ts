import { Temporal } from 'temporal-polyfill';

/** What a calendar shows of a milestone or a meeting. No people are in it. */
export type CalendarEntry = {
  /** The same for as long as the thing lives, whatever its name and its day are. */
  readonly uid: string;
  /** Grows with each change, so that a calendar knows which of two is newer. */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly title: string;
  readonly notes: readonly string[];
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** ISO date. */
  readonly on: string;
  /** Undefined for the whole day. */
  readonly time: EntryTime | undefined;
};

export type EntryTime = {
  /** Local time, `18:30`. */
  readonly startsAt: string;
  readonly minutes: number;
  /** IANA name. */
  readonly timeZone: string;
};

/** UIDs are for the whole world, and need a name that nobody else uses. */
export function uidOf(kind: 'meeting' | 'milestone' | 'papers', id: string): string {
  return `${kind}-${id}@common-ground`;
}

/** `Friday 4 December 2026` */
export function wholeDay(on: string): string {
  return Temporal.PlainDate.from(on)
    .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .replace(',', '');
}
