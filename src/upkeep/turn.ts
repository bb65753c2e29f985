import {
  isAtWork,
  localDate,
  nextOpening,
  nextTurn,
  type Workplace,
  workingDaysBetween,
} from '../partnerships/calendar.ts';
import {
  type Organization,
  type Partnership,
  presentOrganizations,
} from '../partnerships/partnership.ts';

/** ISO weekdays. The review has a day without anything else in the channel (domain 2.4). */
export const WORD_DAY = 2;
export const REVIEW_DAY = 3;
export const WEEK_DAY = 1;

/** Working days that a word has before another one takes its place (domain 2.4). */
const WORD_WORKING_DAYS = 3;
const STILL_ON_TIME_MS = 3_600_000;

export function workplaceOf(organization: Organization): Workplace {
  const { timeZone, workingWeek, closures } = organization;
  return { timeZone, calendar: { workingWeek, closures: new Set(closures) } };
}

export function workplacesOf(partnership: Partnership): readonly Workplace[] {
  return presentOrganizations(partnership).map(workplaceOf);
}

/** A partnership that is ending hears nothing unasked, and one of a single organization has nobody to ask. */
export function maySpeak(partnership: Partnership): boolean {
  const isEnding = partnership.stage === 'closing' || partnership.stage === 'closed';
  return (
    !isEnding && partnership.channelIds.length > 0 && presentOrganizations(partnership).length > 1
  );
}

/** A turn that an appointment brought. */
export type DueTurn = {
  readonly dueAt: Date;
  /** It makes up for one that came at a bad hour. */
  readonly isMakeUp: boolean;
};

export type Timing = 'now' | 'not-yet' | { readonly makeUpAt: Date };

/**
 * What to do with something that was to be done at `dueAt`. After a standstill it is made up for when
 * all are at work; nobody is written to at night.
 */
export function timingOf(places: readonly Workplace[], dueAt: Date, now: Date): Timing {
  if (dueAt > now) return 'not-yet';
  const isOnTime = now.getTime() - dueAt.getTime() < STILL_ON_TIME_MS;
  if (isOnTime || places.every((place) => isAtWork(place, now))) return 'now';
  return { makeUpAt: nextOpening(places, now) };
}

/** The first turn at or after a moment. */
export function turnSince(weekday: number, places: readonly Workplace[], since: Date): Date {
  return nextTurn({ weekday, places, after: new Date(since.getTime() - 1) });
}

/**
 * How far the word of the week is: too fresh for anything, to be said once more, or old enough to give
 * way to another one.
 */
export function wordStage(given: {
  readonly openedAt: Date;
  readonly places: readonly Workplace[];
  readonly now: Date;
}): 'fresh' | 'once-more' | 'gives-way' {
  const { openedAt, places, now } = given;
  const hasHadItsTime = (at: Date) =>
    places.every(
      ({ calendar, timeZone }) =>
        workingDaysBetween(calendar, localDate(openedAt, timeZone), localDate(at, timeZone)) >=
        WORD_WORKING_DAYS,
    );
  if (!hasHadItsTime(now)) return 'fresh';
  const after = (turn: Date) => nextTurn({ weekday: WORD_DAY, places, after: turn });
  let turn = after(openedAt);
  while (turn < now && !hasHadItsTime(turn)) turn = after(turn);
  return now < after(turn) ? 'once-more' : 'gives-way';
}
