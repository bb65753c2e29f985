import { distance } from 'fastest-levenshtein';
import { Refusal } from '../refusal.ts';
import { type HolidayLists, type NamedPlace, openHolidays } from './open-holidays.ts';
import { type Place, placeOfCode } from './place.ts';

export type FoundPlace = { readonly place: Place; readonly name: string };

const HOW = 'Write it like `US-IL`, `DE-BE` or `Berlin, Germany`.';
const MOST_NAMED = 5;
const REPEATED = 60;

/** The place that somebody means by `us-il`, `Illinois` or `Berlin, Germany`. */
export async function getPlace(words: string): Promise<FoundPlace> {
  const lists = await openHolidays();
  const wanted = words
    .replaceAll(/[`“”"'.]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (!wanted) throw refusal(`Which country, and which state? ${HOW}`);
  const matches = allPlaces(lists).filter(({ names }) => names.includes(wanted.toLowerCase()));
  const [first, ...others] = matches;
  if (first && others.length === 0) return { place: first.place, name: first.name };
  const byCode = first ? undefined : placeByCode(lists, wanted);
  if (byCode) return byCode;
  if (first) {
    const codes = matches.slice(0, MOST_NAMED).map(({ name, code }) => `\`${code}\` (${name})`);
    throw refusal(
      `“${wanted.slice(0, REPEATED)}” can be ${codes.join(' or ')}. Write the one you mean.`,
    );
  }
  throw unknown(lists, wanted.slice(0, REPEATED));
}

type Candidate = FoundPlace & { readonly code: string; readonly names: readonly string[] };

function allPlaces(lists: HolidayLists): readonly Candidate[] {
  return lists.countries.flatMap((country) => [
    candidate(country, country.name, [country.name, ...alsoCalled(country.code)]),
    ...lists
      .subdivisions(country.code)
      .map((one) =>
        candidate(one, `${one.name}, ${country.name}`, [
          one.name,
          `${one.name}, ${country.name}`,
          `${one.name}, ${country.code}`,
          `${country.name}, ${one.name}`,
        ]),
      ),
  ]);
}

const ENGLISH = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The name that the list gives a country is not always the one that people use. */
function alsoCalled(code: string): readonly string[] {
  const name = ENGLISH.of(code);
  return [...(name ? [name] : []), ...(code === 'US' ? ['USA'] : [])];
}

function candidate({ code }: NamedPlace, name: string, names: readonly string[]): Candidate {
  const lower = names.map((one) => one.replaceAll(/['.]/g, '').toLowerCase());
  return { place: placeOfCode(code), name, code, names: lower };
}

function placeByCode(lists: HolidayLists, wanted: string): FoundPlace | undefined {
  const code = wanted
    .toUpperCase()
    .replaceAll(/[\s,/_-]+/g, '-')
    .replace(/^UK\b/, 'GB');
  if (!/^[A-Z]{2}(-[A-Z0-9]{1,5}){0,2}$/.test(code)) return undefined;
  const [inCountry = '', ...rest] = code.split('-');
  const country = lists.countries.find((one) => one.code === inCountry);
  if (!country) return undefined;
  if (rest.length === 0) return { place: placeOfCode(code), name: country.name };
  const states = lists.subdivisions(country.code);
  const state = states.find((one) => one.code.toUpperCase() === code);
  if (state) return { place: placeOfCode(code), name: `${state.name}, ${country.name}` };
  if (states.length === 0) {
    throw refusal(`${country.name} is listed as a whole, without states: \`${country.code}\`.`);
  }
  const near = nearest(rest.join('-'), states, (one) => one.code.slice(country.code.length + 1));
  const some = near.map((one) => `\`${one.code}\` (${one.name})`).join(', ');
  throw refusal(
    `I don’t know that part of ${country.name}. The nearest of the ${states.length} that are listed: ${some}.`,
  );
}

function unknown(lists: HolidayLists, wanted: string): Refusal {
  const places = allPlaces(lists);
  const [near] = nearest(wanted, places, ({ names }) => names[0] ?? '');
  const spelled = near?.names[0] ?? '';
  const isNear = near && distance(spelled, wanted.toLowerCase()) <= Math.max(2, spelled.length / 3);
  const guess = isNear ? `Do you mean ${near.name} (\`${near.code}\`)?` : HOW;
  return refusal(`I don’t know the place “${wanted}”. ${guess}`);
}

function nearest<T>(wanted: string, all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const far = (one: T) => distance(nameOf(one).toLowerCase(), wanted.toLowerCase());
  return all.toSorted((a, b) => far(a) - far(b)).slice(0, MOST_NAMED);
}

function refusal(message: string): Refusal {
  return new Refusal('invalid', message, 'place');
}
