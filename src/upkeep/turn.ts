import { localDate, nextTurn, type Workplace, workingDaysBetween } from '../time/calendar.ts';

/** ISO weekdays. The review has a day without anything else in the channel (domain 2.4). */
export const WORD_DAY = 2;
export const REVIEW_DAY = 3;
export const WEEK_DAY = 1;

/** Working days that a word has before another one takes its place (domain 2.4). */
const WORD_WORKING_DAYS = 3;

/** A turn that an appointment brought. */
export type DueTurn = {
  readonly dueAt: Date;
  /** It makes up for one that came at a bad hour. */
  readonly isMakeUp: boolean;
};

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
