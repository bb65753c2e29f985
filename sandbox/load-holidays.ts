import type { TransactionContext } from '../src/context.ts';
import { listDaysOff } from '../src/hours/list-days-off.ts';
import type { Place } from '../src/hours/place.ts';
import { replaceHolidays } from '../src/hours/store.ts';

export type SampleCalendar = {
  readonly organizationId: string;
  readonly place: Place;
  readonly closures: readonly string[];
};

/** What each organization made of the holidays that it was offered, as its closures tell. */
export async function loadHolidays(
  ctx: TransactionContext,
  calendars: readonly SampleCalendar[],
): Promise<void> {
  for (const { organizationId, place, closures } of calendars) {
    const { days } = await listDaysOff({ place, from: '2026-01-01' });
    const holidays = days.map(({ on, name }) => {
      const isObserved = closures.includes(on);
      return { on, name, isObserved, wasClosed: false };
    });
    await replaceHolidays(ctx.db, ctx.partnership.id, organizationId, holidays);
  }
}
