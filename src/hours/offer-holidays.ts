import { actingMember, type Context, organizationOf } from '../context.ts';
import type { Organization } from '../partnerships/partnership.ts';
import { localDate } from '../time/calendar.ts';
import { getPlace } from './get-place.ts';
import { type Holiday, preselected } from './holiday.ts';
import { listDaysOff } from './list-days-off.ts';
import { isSamePlace, type Place } from './place.ts';
import { listHolidays } from './store.ts';

export type Offer = {
  readonly place: Place;
  readonly placeName: string;
  readonly organization: Organization;
  /** From today until the end of next year. */
  readonly days: readonly Holiday[];
  /** What is closed unless somebody says otherwise. */
  readonly ticked: ReadonlySet<string>;
  readonly until: string;
};

/** What a place lists for the acting member's organization, and what of it would be closed. */
export async function offerHolidays(
  ctx: Context,
  input: { readonly words: string },
): Promise<Offer> {
  const organization = organizationOf(ctx, actingMember(ctx));
  const { place, name } = await getPlace(input.words);
  const today = localDate(ctx.clock.now(), organization.timeZone);
  const { days, until } = await listDaysOff({ place, from: today });
  const known = isKnownFrom(organization, place)
    ? await listHolidays(ctx.db, ctx.partnership.id, organization.id)
    : [];
  const ticked = preselected(days, known, organization.closures);
  return { place, placeName: name, organization, days, ticked, until };
}

/** Whether its holidays are those of this place already. */
export function isKnownFrom({ country, subdivision }: Organization, place: Place): boolean {
  return country !== undefined && isSamePlace({ country, subdivision }, place);
}
