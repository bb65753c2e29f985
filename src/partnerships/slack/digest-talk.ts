import type { Context } from '../../context.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { localDate } from '../../time/calendar.ts';
import { addDays } from '../../time/days.ts';
import { presentOrganizations } from '../partnership.ts';
import { listed } from './names.ts';

const DAYS_AHEAD = 14;

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** The days in the next two weeks on which one of the organizations is closed. */
export const closuresDigest = {
  name: 'closures',
  async lines(ctx: Context, { now }: { readonly now: Date }) {
    const closed = new Map<string, string[]>();
    for (const { shortName, timeZone, closures, workingWeek } of presentOrganizations(
      ctx.partnership,
    )) {
      const today = localDate(now, timeZone);
      for (const on of closures) {
        const isWorked = workingWeek.includes(new Date(`${on}T12:00:00Z`).getUTCDay() || 7);
        if (!isWorked || on < today || on > addDays(today, DAYS_AHEAD)) continue;
        closed.set(on, [...(closed.get(on) ?? []), shortName]);
      }
    }
    if (closed.size === 0) return [];
    const days = [...closed].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const byNames = Map.groupBy(days, ([, names]) => listed(names));
    const words = [...byNames].map(
      ([names, on]) => `${dayList(on.map(([day]) => day))} (${names})`,
    );
    const text = `${bold('Closed')} in the next two weeks: ${words.join(', ')}.`;
    return [{ slot: 'closures' as const, weight: 1, text }];
  },
};

function dayList(days: readonly string[]): string {
  const words = days.map((on) => DAY.format(new Date(`${on}T12:00:00Z`)));
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
