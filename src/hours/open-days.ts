import type { Context } from '../context.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { withOpened } from './holiday.ts';
import { reviseCalendar } from './revise-calendar.ts';

/** The acting member's organization works on these ISO dates after all. */
export function openDays(
  ctx: Context,
  input: { readonly days: readonly string[] },
): Promise<Partnership> {
  return reviseCalendar(ctx, ({ organization: { closures, shortName }, holidays }) => {
    if (!input.days.some((on) => closures.includes(on))) {
      throw new Refusal(
        'not-found',
        `${shortName} isn’t closed on ${input.days.length > 1 ? 'those days' : 'that day'}. \`/partnership hours\` shows when it is.`,
      );
    }
    return withOpened({ closures, holidays }, input.days);
  });
}
