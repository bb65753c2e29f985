import type { Context } from '../context.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { withClosed } from './holiday.ts';
import { reviseCalendar } from './revise-calendar.ts';

/** The acting member's organization is closed on these ISO dates too. */
export function closeDays(
  ctx: Context,
  input: { readonly days: readonly string[] },
): Promise<Partnership> {
  return reviseCalendar(ctx, ({ organization: { closures }, holidays }) =>
    withClosed({ closures, holidays }, input.days),
  );
}
