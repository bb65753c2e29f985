import type { HolidaysTypes } from 'date-holidays';
import type { HolidayKind, ListedHoliday } from './holiday.ts';
import { type Place, placeCode } from './place.ts';

export type NamedPlace = { readonly code: string; readonly name: string };

/** The lists of holidays of the world, in English where they have it. */
export type HolidayLists = {
  readonly countries: readonly NamedPlace[];
  /** The states of a country, each followed by its regions. */
  subdivisions(country: string): readonly NamedPlace[];
  holidays(place: Place, year: number): readonly ListedHoliday[];
};

const LANGUAGE = 'en';

/** They take 25 MB and a tenth of a second, so they are opened when somebody asks for the first time. */
export async function openHolidays(): Promise<HolidayLists> {
  const { default: Holidays } = await import('date-holidays');
  const index = new Holidays();
  const named = (names: Readonly<Record<string, string>> | undefined, within?: NamedPlace) =>
    Object.entries(names ?? {}).map(([code, name]) => ({
      code: within ? `${within.code}-${code}` : code,
      name: within?.name.length ? `${within.name}, ${name}` : name,
    }));
  return {
    countries: named(index.getCountries(LANGUAGE)).toSorted(byName),
    subdivisions: (country) =>
      named(index.getStates(country, LANGUAGE), { code: country, name: '' })
        .toSorted(byName)
        .flatMap((state) => {
          const code = state.code.slice(country.length + 1);
          return [state, ...named(index.getRegions(country, code, LANGUAGE), state)];
        }),
    holidays(place, year) {
      const [country = '', state = '', region = ''] = placeCode(place).split('-');
      const list = new Holidays(country, state, region, { languages: [LANGUAGE] });
      return list.getHolidays(year, LANGUAGE).map(listed);
    },
  };
}

function listed({ date, start, end, name, type }: HolidaysTypes.Holiday): ListedHoliday {
  const lengthMs = end.getTime() - start.getTime();
  return { date, lengthMs, name, kind: type as HolidayKind };
}

function byName(a: NamedPlace, b: NamedPlace): number {
  return a.name.localeCompare(b.name, LANGUAGE);
}
