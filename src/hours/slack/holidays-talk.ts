import type { ModalView } from '@slack/types';
import type { Context } from '../../context.ts';
import { getOwnOrganization } from '../../partnerships/get-own-organization.ts';
import { offerHolidays } from '../offer-holidays.ts';
import { openHolidays } from '../open-holidays.ts';
import { placeCode, placeOfCode } from '../place.ts';
import { countryForm, daysForm, stateForm } from './holidays-view.ts';

/** Three steps: the country, the state where it has some, and the days. */
export async function openCountries(ctx: Context, channelId: string): Promise<ModalView> {
  const { country } = await getOwnOrganization(ctx);
  const { countries } = await openHolidays();
  return countryForm(countries, country?.toUpperCase(), channelId);
}

export async function afterCountry(
  ctx: Context,
  country: string,
  channelId: string,
): Promise<ModalView> {
  const { country: current = '', subdivision } = await getOwnOrganization(ctx);
  const { countries, subdivisions } = await openHolidays();
  const parts = subdivisions(country);
  const named = countries.find(({ code }) => code === country);
  if (!named || parts.length === 0) return openDays(ctx, country, channelId);
  const before = placeCode(placeOfCode(placeCode({ country: current, subdivision })));
  const initial = parts.find(({ code }) => code === before)?.code;
  return stateForm(named, parts, initial, channelId);
}

export async function openDays(ctx: Context, words: string, channelId: string): Promise<ModalView> {
  await getOwnOrganization(ctx);
  return daysForm(await offerHolidays(ctx, { words }), channelId);
}
