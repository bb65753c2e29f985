import { Temporal } from 'temporal-polyfill';
import { DAY, MONTH, monthOf, WEEKDAY_BEFORE, weekdayOf, YEAR, yearOf } from './date-words.ts';
import {
  checked,
  dayWords,
  type Form,
  type Groups,
  impossible,
  isMeant,
  type Moment,
  oneOf,
  type ReadDate,
  unclear,
} from './reading.ts';

const NOT_IN_NUMBER = '(?![\\d/.-]*\\d)';

/** Days that are written with day and month, and mostly a year. */
export const GIVEN: readonly Form[] = [
  {
    pattern: `${WEEKDAY_BEFORE}(?<year>\\d{4})(?<sign>[-/])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})${NOT_IN_NUMBER}`,
    read: (groups, moment) => fitting(groups, moment, [dayIn(groups, Number(groups.month))]),
  },
  // Whoever writes dots puts the day first.
  {
    pattern: `${WEEKDAY_BEFORE}(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.(?:\\s?(?<year>\\d{4}|\\d{2}))?${NOT_IN_NUMBER}`,
    read: (groups, moment) => fitting(groups, moment, [dayIn(groups, Number(groups.month))]),
  },
  // `3/4/2027`: April to some of the partners, and March to others.
  {
    pattern: `${WEEKDAY_BEFORE}(?<day>\\d{1,2})(?<sign>[-/])(?<month>\\d{1,2})\\k<sign>(?<year>\\d{4}|\\d{2})${NOT_IN_NUMBER}`,
    read: eitherWay,
  },
  {
    pattern: `${WEEKDAY_BEFORE}(?<day>\\d{1,2})/(?<month>\\d{1,2})${NOT_IN_NUMBER}`,
    read: eitherWay,
  },
  {
    pattern: `${WEEKDAY_BEFORE}${DAY}[\\s-]*(?:(?:of|de)\\s+)?${MONTH}${YEAR}`,
    read: (groups, moment) => fitting(groups, moment, [dayIn(groups, monthOf(groups.month))]),
  },
  {
    pattern: `${WEEKDAY_BEFORE}${MONTH}[\\s-]+(?:the\\s+)?${DAY}(?![\\d:])${YEAR}`,
    read: (groups, moment) => fitting(groups, moment, [dayIn(groups, monthOf(groups.month))]),
  },
  { pattern: '(?<day>\\d{1,2})(?:st|nd|rd|th)(?![\\p{L}\\d])', read: dayAlone },
];

/** A day of whichever month comes next, or was last. */
function dayAlone({ day }: Groups, moment: Moment): ReadDate {
  const { year, month } = Temporal.PlainDate.from(moment.today);
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const way = moment.direction === 'future' ? 1 : -1;
  const days = [0, 1, 2]
    .map((months) => first.add({ months: way * months }))
    .filter(({ daysInMonth }) => Number(day) >= 1 && Number(day) <= daysInMonth)
    .map((begins) => begins.with({ day: Number(day) }).toString());
  const meant = days.find((on) => isMeant(on, moment));
  return meant ? checked(meant, moment, false) : impossible(month, year, first.daysInMonth);
}

type DayIn = { readonly day: number; readonly month: number; readonly year: string | undefined };

function dayIn({ day, year }: Groups, month: number): DayIn {
  return { day: Number(day), month, year };
}

function eitherWay(groups: Groups, moment: Moment): ReadDate {
  const [a, b] = [Number(groups.day), Number(groups.month)];
  const { year } = groups;
  return fitting(groups, moment, [
    { day: a, month: b, year },
    { day: b, month: a, year },
  ]);
}

/** Of all readings, those that the weekday in front allows. */
function fitting(groups: Groups, moment: Moment, given: readonly DayIn[]): ReadDate {
  const readings = given.map((one) => daysOf(one, moment));
  const days = readings.flatMap((one) => (Array.isArray(one) ? one : []));
  const fault = readings.find((one): one is ReadDate => !Array.isArray(one));
  const [first] = days;
  if (!first) return fault ?? unclear('');
  const isWhole = groups.year?.length === 4;
  if (!groups.weekday) {
    const chosen = isWhole ? days : given.map((_, at) => nearest(readings[at], moment));
    return oneOf(
      chosen.filter((on) => on !== undefined),
      moment,
      isWhole,
    );
  }
  const weekday = weekdayOf(groups.weekday);
  const right = days.filter((on) => Temporal.PlainDate.from(on).dayOfWeek === weekday);
  const meant = right.filter((on) => isMeant(on, moment));
  if (right.length > 0) return oneOf(meant.length > 0 ? meant : right, moment, isWhole);
  const on = days.find((one) => isMeant(one, moment)) ?? first;
  return unclear(
    `${dayWords(on)} is a ${weekdayWords(on)}, so the weekday and the date don’t fit. Which of them do you mean?`,
  );
}

function weekdayWords(on: string): string {
  return Temporal.PlainDate.from(on).toLocaleString('en-GB', { weekday: 'long' });
}

/** The nearest on the side that is spoken of, or else the last that was tried. */
function nearest(days: readonly string[] | ReadDate | undefined, moment: Moment) {
  if (!Array.isArray(days)) return undefined;
  return days.find((on) => isMeant(on, moment)) ?? days.at(-1);
}

/** In its year, or where none is said in this one and the next, in the order in which they are meant. */
function daysOf({ day, month, year }: DayIn, moment: Moment): readonly string[] | ReadDate {
  if (month < 1 || month > 12) {
    return {
      kind: 'impossible',
      message: `There is no month ${month}. Write it like \`31 March 2027\`.`,
    };
  }
  const written = yearOf(year);
  const thisYear = Temporal.PlainDate.from(moment.today).year;
  const way = moment.direction === 'future' ? 1 : -1;
  const isLeapDay = day === 29 && month === 2;
  const years =
    written === undefined
      ? Array.from({ length: isLeapDay ? 9 : 2 }, (_, n) => thisYear + way * n)
      : [written];
  const lastDay = (inYear: number) =>
    Temporal.PlainYearMonth.from({ year: inYear, month }).daysInMonth;
  const days = years
    .filter((inYear) => day >= 1 && day <= lastDay(inYear))
    .map((inYear) => Temporal.PlainDate.from({ year: inYear, month, day }).toString());
  const last = years.at(-1) ?? thisYear;
  return days.length > 0 ? days : impossible(month, last, lastDay(last));
}

/** A day of a month in the nearest year that has it on the side that is spoken of. */
export function inNearestYear(
  dayInYear: (year: number) => string,
  written: number | undefined,
  moment: Moment,
): ReadDate {
  if (written !== undefined) return checked(dayInYear(written), moment, false);
  const { year } = Temporal.PlainDate.from(moment.today);
  const other = moment.direction === 'future' ? year + 1 : year - 1;
  const near = dayInYear(year);
  return checked(isMeant(near, moment) ? near : dayInYear(other), moment, false);
}
