import type { Db, Transaction } from '../database/client.ts';
import { isoDate, toDate } from '../database/dates.ts';
import type { KnownHoliday } from './holiday.ts';

/** In the order of their days. */
export async function listHolidays(
  db: Db,
  partnershipId: string,
  organizationId: string,
): Promise<readonly KnownHoliday[]> {
  const rows = await db.holiday.findMany({
    where: { partnershipId, organizationId },
    orderBy: { heldOn: 'asc' },
  });
  return rows.map(({ heldOn, name, isObserved, wasClosed }) => ({
    on: isoDate(heldOn),
    name,
    isObserved,
    wasClosed,
  }));
}

/** Puts these in the place of all that are known of an organization. */
export async function replaceHolidays(
  tx: Transaction,
  partnershipId: string,
  organizationId: string,
  holidays: readonly KnownHoliday[],
): Promise<void> {
  await tx.holiday.deleteMany({ where: { partnershipId, organizationId } });
  await tx.holiday.createMany({
    data: holidays.map(({ on, ...holiday }) => ({
      ...holiday,
      partnershipId,
      organizationId,
      heldOn: toDate(on),
    })),
  });
}
