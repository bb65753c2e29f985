import type { Member } from '../members/member.ts';
import {
  addWorkingDays,
  isWorkingDay,
  localDate,
  momentOf,
  type Workplace,
} from '../time/calendar.ts';
import { addDays } from '../time/days.ts';

export type DigestPlace = Workplace & { readonly digest: Member['digest'] };

const DAYS_IN_A_WEEK = 7;

/**
 * The next digest of a coordinator, later than `after`: on their weekday at their time, in their own
 * zone; on a day off, on the next day on which they work.
 */
export function nextDigest(place: DigestPlace, after: Date): Date {
  const today = localDate(after, place.timeZone);
  // A week back, since a day off may have moved last week's into this one.
  for (let days = -DAYS_IN_A_WEEK; ; days += 1) {
    const date = addDays(today, days);
    if (weekdayOf(date) !== place.digest.weekday) continue;
    const moment = digestOn(date, place);
    if (moment > after) return moment;
  }
}

/** The last one since `after` whose hour has come; after a long standstill the earlier ones are no use. */
export function latestDigest(place: DigestPlace, after: Date, now: Date): Date | undefined {
  let latest: Date | undefined;
  for (let next = nextDigest(place, after); next <= now; next = nextDigest(place, next)) {
    latest = next;
  }
  return latest;
}

/** The digest before that one: what it told is no news any more. */
export function digestBefore(place: DigestPlace, dueAt: Date): Date | undefined {
  const after = new Date(dueAt.getTime() - LOOK_BACK_MS);
  return latestDigest(place, after, new Date(dueAt.getTime() - 1));
}

const LOOK_BACK_MS = 60 * 86_400_000;

function digestOn(date: string, { calendar, timeZone, digest }: DigestPlace): Date {
  const isNever = calendar.workingWeek.length === 0;
  const on = isNever || isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
  return momentOf(on, digest.time, timeZone);
}

/** A digest that comes later than this day's end is no use: the next one has it all (domain 14.2). */
export function isStillUseful(dueAt: Date, now: Date, place: DigestPlace): boolean {
  const due = localDate(dueAt, place.timeZone);
  const until = addWorkingDays(place.calendar, due, place.calendar.workingWeek.length > 0 ? 1 : 0);
  return localDate(now, place.timeZone) <= until;
}

function weekdayOf(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay() || DAYS_IN_A_WEEK;
}

const WEEKDAYS: readonly string[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export function weekdayName(weekday: number): string {
  const name = WEEKDAYS[weekday - 1] ?? '';
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** `tuesday 8:30`, `tue`, `08:30`: what is not said stays. Undefined where it says neither. */
export function digestTimeIn(
  words: string,
): { readonly weekday?: number; readonly time?: string } | undefined {
  const spaced = words.replaceAll(/\s+/g, ' ').trim();
  const [, day, hour, minute] =
    /^([a-z]{2,9})?s? ?(?:at )?(?:(\d{1,2})[:.](\d{2}))?$/i.exec(spaced) ?? [];
  const weekday = day
    ? WEEKDAYS.findIndex((name) => name.startsWith(day.toLowerCase().replace(/s$/, ''))) + 1
    : 0;
  if (day && weekday === 0) return undefined;
  const isTime = hour !== undefined && Number(hour) < 24 && Number(minute) < 60;
  if (hour !== undefined && !isTime) return undefined;
  if (!day && hour === undefined) return undefined;
  return {
    ...(weekday > 0 && { weekday }),
    ...(isTime && { time: `${hour.padStart(2, '0')}:${minute}` }),
  };
}
