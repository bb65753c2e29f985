import { Temporal } from 'temporal-polyfill';
import { dayAndMonth } from './numeric-date.ts';
import { checked, oneOf, type ReadDate } from './reading.ts';

/** The first letters by which a month is known in the languages of the partners. */
const MONTH_NAMES: readonly string[] = [
  'jan(?:uary|uar|\\.)?|jänner|janvier|enero|janeiro',
  'feb(?:ruary|ruar|\\.)?|février|fevrier|febrero|fevereiro',
  'mar(?:ch|\\.)?|märz|mrz|mars|marzo|março|marco',
  'apr(?:il|\\.)?|avril|abril',
  'may|mai|mayo|maio',
  'june?|juni|juin|junio|junho',
  'july?|juli|juillet|julio|julho',
  'aug(?:ust|\\.)?|août|aout|agosto',
  'sept?(?:ember|\\.)?|septembre|septiembre|setembro',
  'oct(?:ober|\\.)?|okt(?:ober|\\.)?|octobre|octubre|outubro',
  'nov(?:ember|\\.)?|novembre|noviembre|novembro',
  'dec(?:ember|\\.)?|dez(?:ember|\\.)?|décembre|decembre|diciembre|dezembro',
];
const MONTH = `(?<month>${MONTH_NAMES.join('|')})(?![\\p{L}])`;
const YEAR = '(?:,?\\s+(?:de\\s+)?(?<year>\\d{4})(?!\\d))?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?';

const DAY_FIRST = new RegExp(`(?<!\\d)${DAY}\\s+(?:of\\s+|de\\s+)?${MONTH}${YEAR}`, 'iu');
const MONTH_FIRST = new RegExp(`(?<!\\p{L})${MONTH}\\s+${DAY}(?!\\d|:)${YEAR}`, 'iu');
const END = new RegExp(
  `(?<!\\p{L})(?:(?:the\\s+)?end of|ende|fin|finales de|fim de)\\s+(?:de\\s+)?${MONTH}${YEAR}`,
  'iu',
);
const MIDDLE = new RegExp(
  `(?<!\\p{L})(?:mid|mitte|mi|mediados de|meados de)[\\s-]+(?:of\\s+|de\\s+)?${MONTH}${YEAR}`,
  'iu',
);
const QUARTER = /(?<![\p{L}\d])Q([1-4])(?:\s*\/?\s*(\d{4}))?(?!\d)/iu;
const NEXT_WEEKDAY =
  /(?<!\p{L})(?:next|nächste[nr]?|naechsten)\s+(mon|tues|wednes|thurs|fri|satur|sun|mon|diens|mitt|donners|frei|sams|sonn)\p{L}*/iu;
const WEEKDAYS: Readonly<Record<string, number>> = {
  mon: 1,
  tues: 2,
  wednes: 3,
  thurs: 4,
  fri: 5,
  satur: 6,
  sun: 7,
  diens: 2,
  mitt: 3,
  donners: 4,
  frei: 5,
  sams: 6,
  sonn: 7,
};

/** A day in words that are read in more than one way, or that no calendar has; the rest is left alone. */
export function wordedDate(text: string, today: string): ReadDate | undefined {
  const end = END.exec(text)?.groups;
  if (end) return endOf(monthOf(end.month), yearOf(end.year), today);
  const middle = MIDDLE.exec(text)?.groups;
  if (middle) return inexact(dayAndMonth(15, monthOf(middle.month), yearOf(middle.year), today));
  const given = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text))?.groups;
  if (given) {
    return dayAndMonth(Number(given.day), monthOf(given.month), yearOf(given.year), today);
  }
  const quarter = QUARTER.exec(text);
  if (quarter) return endOf(Number(quarter[1]) * 3, yearOf(quarter[2]), today);
  const next = NEXT_WEEKDAY.exec(text)?.[1];
  if (next) return nextWeekday(WEEKDAYS[next.toLowerCase()] ?? 1, today);
  return undefined;
}

/** Said early in a week, `next Friday` is this week's to some and the one after to others. */
function nextWeekday(weekday: number, today: string): ReadDate {
  const day = Temporal.PlainDate.from(today);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const thisWeek = monday.add({ days: weekday - 1 });
  const nextWeek = thisWeek.add({ weeks: 1 });
  const isStillToCome = Temporal.PlainDate.compare(thisWeek, day) > 0;
  const days = isStillToCome ? [thisWeek, nextWeek] : [nextWeek];
  return oneOf(days.map(String), today, false);
}

function endOf(month: number, year: number | undefined, today: string): ReadDate {
  const now = Temporal.PlainDate.from(today);
  const last = (inYear: number) => {
    const { daysInMonth } = Temporal.PlainYearMonth.from({ year: inYear, month });
    return Temporal.PlainDate.from({ year: inYear, month, day: daysInMonth }).toString();
  };
  if (year !== undefined) return checked(last(year), today, false);
  return checked(last(now.year) >= today ? last(now.year) : last(now.year + 1), today, false);
}

function inexact(reading: ReadDate): ReadDate {
  return reading.kind === 'date' ? { ...reading, isExact: false } : reading;
}

function monthOf(name = ''): number {
  return 1 + MONTH_NAMES.findIndex((names) => new RegExp(`^(?:${names})$`, 'iu').test(name));
}

function yearOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
