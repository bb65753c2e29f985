import { actingMember, type Context, organizationOf, transaction } from '../context.ts';
import { type CalendarChange, changeCalendar } from '../partnerships/change-calendar.ts';
import { getPartnership } from '../partnerships/get-partnership.ts';
import { holdOrganization } from '../partnerships/hold-organization.ts';
import type { Organization, Partnership } from '../partnerships/partnership.ts';
import { localDate } from '../time/calendar.ts';
import { followCalendar } from './follow-calendar.ts';
import type { KnownHoliday } from './holiday.ts';
import { listHolidays, replaceHolidays } from './store.ts';

export type CalendarNow = {
  readonly organization: Organization;
  readonly holidays: readonly KnownHoliday[];
  /** The day it is there. */
  readonly today: string;
};

export type Revision = CalendarChange & { readonly holidays?: readonly KnownHoliday[] };

/**
 * Changes when the acting member's organization works, from what is true once nobody else can change it,
 * and has everybody look again at what was computed with it.
 */
export function reviseCalendar(
  ctx: Context,
  revise: (now: CalendarNow) => Revision,
): Promise<Partnership> {
  const partnershipId = ctx.partnership.id;
  const { id: organizationId } = organizationOf(ctx, actingMember(ctx));
  return transaction(ctx, async (tx) => {
    await holdOrganization(tx, { organizationId });
    const before = { ...tx, partnership: await getPartnership(tx) };
    const organization = organizationOf(before, actingMember(before));
    const today = localDate(tx.clock.now(), organization.timeZone);
    const known = await listHolidays(tx.db, partnershipId, organizationId);
    const { holidays, ...change } = revise({ organization, holidays: known, today });
    const partnership = await changeCalendar(before, change);
    if (holidays) await replaceHolidays(tx.db, partnershipId, organizationId, holidays);
    await followCalendar({ ...tx, partnership }, { organizationId });
    return partnership;
  });
}
