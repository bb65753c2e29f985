import * as chrono from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import { numericDate } from './numeric-date.ts';
import { checked, type DateSpeaker, type ReadDate, todayFor } from './reading.ts';
import { wordedDate } from './worded-date.ts';

export type { DateSpeaker, ReadDate } from './reading.ts';

/** What counts as the whole of a text, apart from these words around a date. */
const AROUND =
  /^(?:by|on|until|till|before|the|am|bis|ab|le|el|em|no|vor|dem|den|der)\s+|[\s.!?]+$/giu;

/**
 * The day that somebody means, in their zone and language. `isExact` only where it was written with
 * day, month and year, so that nothing was guessed.
 */
export function readDate(text: string, speaker: DateSpeaker): ReadDate {
  const found = findDate(text.trim(), speaker);
  return (
    found ?? {
      kind: 'unclear',
      message: `I can’t find a day in “${text.trim().slice(0, 60)}”. Write it like \`31 March 2027\`, \`2027-03-31\` or \`in 3 weeks\`.`,
    }
  );
}

/** The first day that a longer text speaks of; undefined where it speaks of none. */
export function findDate(text: string, speaker: DateSpeaker): ReadDate | undefined {
  const plain = text.slice(0, MOST_CHARACTERS).replaceAll(AROUND, '').normalize('NFC');
  const today = todayFor(speaker);
  const known = numericDate(text, today) ?? wordedDate(plain, today);
  if (known) return known;
  for (const language of languagesOf(speaker.locale)) {
    const [result] = language.parse(plain, referenceOn(today), { forwardDate: true });
    if (!result) continue;
    const { start } = result;
    // A time of day alone, or a month alone, names no day.
    if (!start.isCertain('day') && !start.isCertain('weekday')) continue;
    const on = Temporal.PlainDate.from({
      year: start.get('year') ?? 0,
      month: start.get('month') ?? 1,
      day: start.get('day') ?? 1,
    }).toString();
    return checked(on, today, start.isCertain('year') && NAMES_A_YEAR.test(result.text));
  }
  return undefined;
}

const MOST_CHARACTERS = 3_000;
const NAMES_A_YEAR = /\b\d{4}\b/;

/** Noon, so that no zone moves the day: the calendar fields are those of the speaker. */
function referenceOn(today: string): chrono.ParsingReference {
  return { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
}

type Language = Pick<typeof chrono.en, 'parse'>;

const LANGUAGES: Readonly<Record<string, Language>> = {
  en: chrono.en.GB,
  de: chrono.de,
  fr: chrono.fr,
  es: chrono.es,
  pt: chrono.pt,
  it: chrono.it,
  nl: chrono.nl,
};

/** Their own first; English is what everybody tries here. */
function languagesOf(locale: string): readonly Language[] {
  const own = LANGUAGES[locale.slice(0, 2).toLowerCase()];
  return [...new Set([own ?? chrono.en.GB, chrono.en.GB])];
}
