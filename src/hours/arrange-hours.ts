import type { Context } from '../context.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import type { Hours } from './hours-in-words.ts';
import { reviseCalendar } from './revise-calendar.ts';

/** The working week and the quiet hours of the acting member's organization; what is not given stays. */
export function arrangeHours(
  ctx: Context,
  input: { readonly workingWeek?: readonly number[]; readonly quietHours?: Hours },
): Promise<Partnership> {
  return reviseCalendar(ctx, () => input);
}
