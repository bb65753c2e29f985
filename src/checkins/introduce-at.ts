import type { MemberWorkplace } from '../members/workplace.ts';
import { mayWriteNow, sendTime } from '../time/send-time.ts';
import { sharedTime, workingTime } from './overlap.ts';

const MINUTE = 60_000;
const QUARTER = 15;

/**
 * When the people of a group are told of each other: the first moment from `after` on at which all of
 * them work and may be written to. Where there is none on these ISO dates, when the first may be.
 */
export function introduceAt(
  workplaces: readonly MemberWorkplace[],
  { after, days }: { readonly after: Date; readonly days: readonly string[] },
): Date {
  const mayAll = (at: Date) => workplaces.every((place) => mayWriteNow(place, at));
  if (mayAll(after)) return after;
  const [first = [], ...others] = workplaces.map((place) => workingTime(place, days));
  for (const { from, to } of others.reduce(sharedTime, first)) {
    for (let minute = from; minute < to; minute += QUARTER) {
      const at = new Date(minute * MINUTE);
      if (at >= after && mayAll(at)) return at;
    }
  }
  const times = workplaces.map((place) => sendTime({ ...place, after, spreadSeconds: 0 }));
  return times.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? after;
}
