import { daysOf, type Holiday } from './holiday.ts';
import { openHolidays } from './open-holidays.ts';
import type { Place } from './place.ts';

/** What a place lists from a day on until the end of the next year, both ISO dates. */
export async function listDaysOff(input: {
  readonly place: Place;
  readonly from: string;
}): Promise<{ readonly days: readonly Holiday[]; readonly until: string }> {
  const { place, from } = input;
  const lists = await openHolidays();
  const year = Number(from.slice(0, 4));
  const until = `${year + 1}-12-31`;
  // What begins in December may go on in January.
  const listed = [year - 1, year, year + 1].flatMap((one) => lists.holidays(place, one));
  return { days: daysOf(listed, from, until), until };
}
