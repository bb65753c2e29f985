import { isAtWork, nextOpening, type Workplace } from './calendar.ts';

const STILL_ON_TIME_MS = 3_600_000;

export type Timing = 'now' | 'not-yet' | { readonly makeUpAt: Date };

/**
 * What to do with something that was to be done at `dueAt`. After a standstill it is made up for when
 * all are at work; nobody is written to at night. Where a day was closed after it was appointed, it waits
 * for the next opening.
 */
export function timingOf(places: readonly Workplace[], dueAt: Date, now: Date): Timing {
  if (dueAt > now) return 'not-yet';
  const opening = nextOpening(places, new Date(dueAt.getTime() - 1));
  if (opening > now) return { makeUpAt: opening };
  const isOnTime = now.getTime() - dueAt.getTime() < STILL_ON_TIME_MS;
  if (isOnTime || places.every((place) => isAtWork(place, now))) return 'now';
  return { makeUpAt: nextOpening(places, now) };
}
