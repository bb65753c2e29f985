import * as chrono from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import { checked, type DateSpeaker, type Moment, oneOf, type ReadDate } from './reading.ts';

/** What else chrono reads, if it reads all of it. Whatever that is was guessed to some degree. */
export function chronoIn({
  locale,
}: DateSpeaker): (text: string, moment: Moment) => ReadDate | undefined {
  return (text, moment) => chronoDate(text, languagesOf(locale), moment);
}

function chronoDate(
  text: string,
  languages: readonly Language[],
  moment: Moment,
): ReadDate | undefined {
  for (const language of languages) {
    const [result, ...others] = language.parse(text, referenceOn(moment.today), {
      forwardDate: moment.direction === 'future',
    });
    if (!result || others.length > 0) continue;
    if (result.index > 0 || result.text.length < text.length) continue;
    const days = [result.start, ...(result.end ? [result.end] : [])].map(dayOf);
    const [first] = days;
    if (!first || days.includes(undefined)) continue;
    return days.length > 1 ? oneOf(days as string[], moment, false) : checked(first, moment, false);
  }
  return undefined;
}

/** Undefined for a month alone, which names no day, and where a time of day was said too. */
function dayOf(parsed: chrono.ParsedComponents): string | undefined {
  if (!parsed.isCertain('day') && !parsed.isCertain('weekday')) return undefined;
  if (parsed.isCertain('hour')) return undefined;
  const [year, month, day] = [parsed.get('year'), parsed.get('month'), parsed.get('day')];
  if (year === null || month === null || day === null) return undefined;
  return Temporal.PlainDate.from({ year, month, day }).toString();
}

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
