import type { Clock } from '../../src/schedule/clock.ts';

export type MovedClock = Clock & { moveTo(instant: string): void };

/** A clock that stands until it is moved. */
export function movedClock(instant: string): MovedClock {
  let now = new Date(instant);
  return {
    now: () => new Date(now),
    moveTo(next) {
      now = new Date(next);
    },
  };
}
