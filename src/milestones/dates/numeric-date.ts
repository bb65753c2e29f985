import { Temporal } from 'temporal-polyfill';
import { checked, impossible, oneOf, type ReadDate } from './reading.ts';

const ISO = /(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/;
/** `31.3.2027`, `31.3.`: whoever writes dots puts the day first. */
const DOTTED = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(?:(\d{4}|\d{2})(?!\d))?/;
/** `3/4/2027`: April to some of the partners, and March to others. */
const SLASHED = /(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?![\d/])/;
const SLASHED_SHORT = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/;

/** A day that is written in figures; undefined where there is none. */
export function numericDate(text: string, today: string): ReadDate | undefined {
  const iso = ISO.exec(text);
  if (iso) return whole(Number(iso[1]), Number(iso[2]), Number(iso[3]), today);
  const dotted = DOTTED.exec(text);
  if (dotted) return dayAndMonth(Number(dotted[1]), Number(dotted[2]), yearIn(dotted[3]), today);
  const slashed = SLASHED.exec(text) ?? SLASHED_SHORT.exec(text);
  if (!slashed) return undefined;
  const [a, b, year] = [Number(slashed[1]), Number(slashed[2]), yearIn(slashed[3])];
  const days = [dayAndMonth(a, b, year, today), dayAndMonth(b, a, year, today)];
  const possible = days.filter((one) => one.kind !== 'impossible');
  const dates = possible.flatMap((one) => (one.kind === 'date' ? [one.on] : []));
  const [first = days[0]] = possible;
  return dates.length > 1
    ? oneOf(dates, today, year !== undefined)
    : (possible.find(({ kind }) => kind === 'date') ?? first);
}

/** With its year, or else the next one that comes. */
export function dayAndMonth(
  day: number,
  month: number,
  year: number | undefined,
  today: string,
): ReadDate {
  if (year !== undefined) return whole(year, month, day, today);
  const thisYear = Temporal.PlainDate.from(today).year;
  // 29 February may be years ahead.
  for (let next = thisYear; next <= thisYear + 1; next += 1) {
    const reading = whole(next, month, day, today);
    if (reading.kind === 'date') return { ...reading, isExact: false };
  }
  return whole(thisYear + 1, month, day, today);
}

function whole(year: number, month: number, day: number, today: string): ReadDate {
  if (month < 1 || month > 12) {
    return {
      kind: 'impossible',
      message: `There is no month ${month}. Write it like \`31 March 2027\`.`,
    };
  }
  const lastDay = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  if (day < 1 || day > lastDay) return impossible(month, year, lastDay);
  return checked(Temporal.PlainDate.from({ year, month, day }).toString(), today, true);
}

function yearIn(text: string | undefined): number | undefined {
  if (!text) return undefined;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}
