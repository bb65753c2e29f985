import { Temporal } from 'temporal-polyfill';
import { MONTH, matches, monthOf, YEAR, yearOf } from './date-words.ts';
import { inNearestYear } from './given-date.ts';
import {
  checked,
  type Form,
  type Groups,
  type Moment,
  monthWords,
  oneOf,
  type ReadDate,
  unclear,
} from './reading.ts';

const END =
  "(?:the\\s+)?end(?:\\s+of)?\\s+|ende\\s+(?:de[sr]\\s+)?|(?:la\\s+)?fin(?:\\s+d[eu])?\\s+|(?:la\\s+)?fin de l'|finales\\s+de\\s+|fim\\s+d[eo]\\s+|(?:la\\s+)?fine\\s+(?:di\\s+|del\\s+)?|eind(?:e)?(?:\\s+van)?\\s+";
const MIDDLE =
  '(?:the\\s+)?(?:mid|middle)(?:\\s+of)?[\\s-]+|mitte\\s+(?:de[sr]\\s+)?|mi-\\s?|(?:a\\s+)?mediados\\s+de\\s+|meados\\s+de\\s+|metà\\s+(?:di\\s+)?|medio\\s+|half\\s+';
const BEGINNING =
  '(?:the\\s+)?(?:beginning|start)(?:\\s+of)?\\s+|anfang\\s+(?:de[sr]\\s+)?|(?:le\\s+)?début(?:\\s+d[eu])?\\s+|(?:a\\s+)?(?:principios|comienzos)\\s+de\\s+|início\\s+de\\s+|inizio\\s+(?:di\\s+)?|begin\\s+(?:van\\s+)?';

type Span = { readonly unit: 'weeks' | 'months' | 'quarters' | 'years'; readonly ahead: number };

const SPANS: readonly (Span & { readonly names: string })[] = [
  span('weeks', 0, '(?:the |this )?week|(?:diese[rs]? )?woche|(?:la |cette )?semaine|semana'),
  span('weeks', 1, 'next week|nächste[rn]? woche|(?:la )?semaine prochaine|próxima semana'),
  span('months', 0, '(?:the |this )?month|(?:diese[ns]? )?monat(?:s|es)?|(?:le |ce )?mois|mes|mês'),
  span(
    'months',
    1,
    'next month|(?:nächste[nsr]?|kommende[nsr]?) monat(?:s|es)?|(?:le )?mois prochain|próximo mes|próximo mês|volgende maand',
  ),
  span(
    'quarters',
    0,
    '(?:the |this )?quarter|(?:diese[ns]? )?quartal(?:s|es)?|(?:le |ce )?trimestre',
  ),
  span('quarters', 1, 'next quarter|nächste[ns]? quartal(?:s|es)?|(?:le )?trimestre prochain'),
  span('years', 0, "(?:the |this )?year|(?:diese[ns]? )?jahr(?:s|es)?|(?:l'|cette )?année|año|ano"),
  span('years', 1, "next year|nächste[ns]? jahr(?:s|es)?|(?:l')?année prochaine|próximo año"),
];

function span(unit: Span['unit'], ahead: number, names: string) {
  return { unit, ahead, names };
}

const EDGE = `(?:(?<end>${END})|(?<middle>${MIDDLE})|(?<beginning>${BEGINNING}))`;
const ANY_SPAN = SPANS.map(({ names }) => names).join('|');
const QUARTER =
  '(?:Q(?<quarter>[1-4])|(?<ordinal>[1-4])\\.\\s?Quartal)(?!\\d)(?:(?:\\s|\\s?/\\s?)(?<year>\\d{4}))?';
const NOT_LONGER = '(?![\\p{L}\\d])';

/** The edge of something longer than a day, and what is longer than a day and so names none. */
export const PERIODS: readonly Form[] = [
  {
    pattern: `${EDGE}(?:de\\s+)?${MONTH}${YEAR}`,
    read(groups, moment) {
      const month = monthOf(groups.month);
      return inNearestYear(
        (year) => edgeOf(groups, monthFrom(year, month), { months: 1 }, 14),
        yearOf(groups.year),
        moment,
      );
    },
  },
  { pattern: `(?:${EDGE})?${QUARTER}${NOT_LONGER}`, read: edgeOfQuarter },
  {
    pattern: `${EDGE}(?<span>${ANY_SPAN})${NOT_LONGER}`,
    read: (groups, moment) => edgeOfSpan(groups, spanOf(groups.span), moment),
  },
  {
    pattern: `(?<span>(?<compound>monats|quartals|jahres))(?<end>ende)${NOT_LONGER}`,
    read: ({ compound = '', ...groups }, moment) => {
      const units = { monats: 'months', quartals: 'quarters', jahres: 'years' } as const;
      const unit = units[compound.toLowerCase() as keyof typeof units];
      return edgeOfSpan(groups, { unit, ahead: 0 }, moment);
    },
  },
  {
    pattern: `${EDGE}(?<year>\\d{4})${NOT_LONGER}`,
    read: (groups, moment) =>
      checked(edgeOf(groups, monthFrom(Number(groups.year), 1), { years: 1 }, 180), moment, false),
  },
  {
    pattern: `(?:(?:in|im|en|em)\\s+)?${MONTH}(?:[\\s,]+(?<year>\\d{4}))?${NOT_LONGER}`,
    read({ month, year }, { today }) {
      const { year: thisYear, month: thisMonth } = Temporal.PlainDate.from(today);
      const number = monthOf(month);
      return whichDay(number, yearOf(year) ?? (number < thisMonth ? thisYear + 1 : thisYear));
    },
  },
  {
    pattern: `(?<span>${ANY_SPAN})${NOT_LONGER}`,
    read(groups, { today }) {
      const { unit, ahead } = spanOf(groups.span);
      const then = Temporal.PlainDate.from(today).add({ months: ahead });
      if (unit === 'months') return whichDay(then.month, then.year);
      return unclear(
        'That is longer than a day. Which day do you mean? Write it like `31 March 2027` or `end of next month`.',
      );
    },
  },
];

function spanOf(words = ''): Span {
  return SPANS.find(({ names }) => matches(names, words)) ?? { unit: 'months', ahead: 0 };
}

function whichDay(month: number, year: number): ReadDate {
  const name = monthWords(month, year);
  return unclear(`Which day in ${name}? Write it like \`15 ${name}\` or \`end of ${name}\`.`);
}

function monthFrom(year: number, month: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day: 1 });
}

/** Of what begins on a day and is so long: its last day, its first, or one so many days in. */
function edgeOf(
  { middle, beginning }: Groups,
  first: Temporal.PlainDate,
  length: Temporal.DurationLike,
  daysIn: number,
): string {
  if (beginning) return first.toString();
  if (middle) return first.add({ days: daysIn }).toString();
  return first.add(length).subtract({ days: 1 }).toString();
}

function edgeOfQuarter(groups: Groups, moment: Moment): ReadDate {
  const number = Number(groups.quarter ?? groups.ordinal);
  return inNearestYear(
    (year) => edgeOf(groups, monthFrom(year, number * 3 - 2), { months: 3 }, 45),
    yearOf(groups.year),
    moment,
  );
}

function edgeOfSpan(groups: Groups, { unit, ahead }: Span, moment: Moment): ReadDate {
  const day = Temporal.PlainDate.from(moment.today);
  if (unit === 'weeks') {
    const monday = day.subtract({ days: day.dayOfWeek - 1 }).add({ weeks: ahead });
    if (groups.beginning) return checked(monday.toString(), moment, false);
    // A week ends on Friday at work, and on Sunday elsewhere.
    const ends = groups.middle ? [2] : [4, 6];
    return oneOf(
      ends.map((days) => monday.add({ days }).toString()),
      moment,
      false,
    );
  }
  const months = { months: 1, quarters: 3, years: 12 }[unit];
  const begins = monthFrom(day.year, day.month - ((day.month - 1) % months));
  const first = begins.add({ months: ahead * months });
  return checked(edgeOf(groups, first, { months }, months * 15 - 1), moment, false);
}
