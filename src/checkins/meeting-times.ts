import type { Stretch } from './overlap.ts';

const MEETING = 25;
const QUARTER = 15;
const MINUTE = 60_000;
const OFFERED = 3;
/** How far into what they share of a day: one time is early, one in the middle, one late. */
const PARTS = [0.25, 0.5, 0.75] as const;

/**
 * When a group could meet for 25 minutes: three moments in order, inside of what all of them work and
 * none before `after`. Each is on a day of its own, and the days are spread, as far as there are enough;
 * where there is no room, the moments are fewer.
 */
export function meetingTimes(shared: readonly Stretch[], after: Date): readonly Date[] {
  const days = [...Map.groupBy(shared.flatMap(startsIn(after)), ({ date }) => date).values()];
  const chosen: number[] = [];
  for (const [n, part] of PARTS.entries()) {
    const day = days[Math.floor((n * Math.max(days.length, OFFERED)) / OFFERED)] ?? [];
    const start = day[Math.floor((day.length - 1) * part)]?.start;
    if (start !== undefined) chosen.push(start);
  }
  const others = days.flat().map(({ start }) => start);
  while (chosen.length < OFFERED && others.length > 0) {
    const furthest = others.reduce((best, start) =>
      distance(start, chosen) > distance(best, chosen) ? start : best,
    );
    if (distance(furthest, chosen) < MEETING) break;
    chosen.push(furthest);
  }
  return chosen.toSorted((a, b) => a - b).map((start) => new Date(start * MINUTE));
}

function distance(start: number, chosen: readonly number[]): number {
  return Math.min(...chosen.map((other) => Math.abs(start - other)));
}

type Start = { readonly date: string; readonly start: number };

/** At quarters of an hour; where the little that is shared has none, as soon as it begins. */
function startsIn(after: Date): (stretch: Stretch) => readonly Start[] {
  return ({ date, from, to }) => {
    const begins = Math.max(from, Math.ceil(after.getTime() / MINUTE));
    const first = Math.ceil(begins / QUARTER) * QUARTER;
    const count = Math.floor((to - MEETING - first) / QUARTER) + 1;
    if (count > 0)
      return Array.from({ length: count }, (_, n) => ({ date, start: first + n * QUARTER }));
    return begins + MEETING <= to ? [{ date, start: begins }] : [];
  };
}
