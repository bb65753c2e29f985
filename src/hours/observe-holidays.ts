import type { Context } from '../context.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { observed, preselected, withClosed } from './holiday.ts';
import { isKnownFrom, offerHolidays } from './offer-holidays.ts';
import { reviseCalendar } from './revise-calendar.ts';

export type HolidaysInput = {
  /** The place, by its code or its name. */
  readonly words: string;
  /** Of the days that were shown to somebody, those they ticked; without it, what is preselected. */
  readonly choice?: { readonly shown: readonly string[]; readonly ticked: readonly string[] };
  /** More days on which the organization is closed: ISO dates. */
  readonly closed?: readonly string[];
};

/** The acting member's organization is closed on these holidays from today on. */
export async function observeHolidays(ctx: Context, input: HolidaysInput): Promise<Partnership> {
  const { choice, closed = [] } = input;
  const { place, days } = await offerHolidays(ctx, input);
  return reviseCalendar(ctx, ({ organization, holidays, today }) => {
    const { closures } = organization;
    const isOtherPlace = !isKnownFrom(organization, place);
    const byDefault = preselected(days, isOtherPlace ? [] : holidays, closures);
    const isTicked = (on: string) =>
      choice?.shown.includes(on) ? choice.ticked.includes(on) : byDefault.has(on);
    const ticked = new Set(days.map(({ on }) => on).filter(isTicked));
    const offer = { days, ticked, from: today, isOtherPlace };
    const after = withClosed(observed({ closures, holidays }, offer), closed);
    return { place, ...after };
  });
}
