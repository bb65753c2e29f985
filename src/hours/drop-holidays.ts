import type { Context } from '../context.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { withoutHolidays } from './holiday.ts';
import { reviseCalendar } from './revise-calendar.ts';

/** Takes back what was imported, from today on; what the organization closed by itself stays. */
export function dropHolidays(ctx: Context): Promise<Partnership> {
  return reviseCalendar(ctx, ({ organization, holidays, today }) => {
    const { closures, country, shortName } = organization;
    if (country === undefined && holidays.length === 0) {
      throw new Refusal('not-found', `No holidays were imported for ${shortName}.`);
    }
    return { place: undefined, ...withoutHolidays({ closures, holidays }, today) };
  });
}
