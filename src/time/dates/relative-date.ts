import { Temporal } from 'temporal-polyfill';
import { addWorkingDays, subtractWorkingDays } from '../calendar.ts';
import { COUNT, countOf, LENGTH, lengthOf, matches, WEEKDAY, weekdayOf } from './date-words.ts';
import {
  checked,
  type Form,
  type Groups,
  type Moment,
  oneOf,
  type ReadDate,
  unclear,
} from './reading.ts';

const NAMED: readonly (readonly [offset: number, names: string])[] = [
  [0, "today|heute|aujourd'hui|hoy|hoje|oggi|vandaag"],
  [1, 'tomorrow|morgen|demain|mañana|amanhã|domani'],
  [
    2,
    '(?:the )?day after tomorrow|übermorgen|uebermorgen|après[- ]demain|pasado mañana|depois de amanhã|dopodomani|overmorgen',
  ],
  [-1, 'yesterday|gestern|hier|ayer|ontem|ieri|gisteren'],
  [-2, '(?:the )?day before yesterday|vorgestern|avant[- ]hier|anteayer|anteontem|eergisteren'],
];

const AHEAD = 'in|dans|en|em|fra|tra|over';
const THIS = 'this(?: coming)?|coming|diese[nrs]?|kommende[nrs]?|ce|este|esta|questo|deze|komende';
const NEXT = 'next|nächste[nrs]?|naechste[nrs]?|próximo|próxima|prossimo|volgende';
const LAST = 'last|past|letzte[nrs]?|vergangene[nrs]?|vorige[nrs]?|último|pasado|scorso|afgelopen';
const NEXT_WEEK =
  'next week|nächste woche|naechste woche|(?:de )?la semaine prochaine|volgende week';
const LAST_WEEK = 'last week|letzte woche|vergangene woche|(?:de )?la semaine dernière|vorige week';

/** Days that are told by how far they are from today. */
export const RELATIVE: readonly Form[] = [
  {
    pattern: `(?<named>${NAMED.map(([, names]) => names).join('|')})(?!\\p{L})`,
    read({ named = '' }, moment) {
      const offset = NAMED.find(([, names]) => matches(names, named))?.[0] ?? 0;
      return checked(today(moment).add({ days: offset }).toString(), moment, false);
    },
  },
  // Before the plain lengths, whose words it begins or ends with.
  {
    pattern: `${WEEKDAY}\\s+(?:${AHEAD})\\s+${COUNT}\\s+${LENGTH}`,
    read: weekdayAhead,
  },
  {
    pattern: `(?:${AHEAD})\\s+${COUNT}\\s+${LENGTH},?\\s+(?:(?:on|am|le)\\s+)?${WEEKDAY}`,
    read: weekdayAhead,
  },
  {
    pattern: `(?:${AHEAD})\\s+${COUNT}\\s+${LENGTH}(?:'?s?\\s+time)?`,
    read: (said, moment) => away(said, moment, 1),
  },
  {
    pattern: `${COUNT}\\s+${LENGTH}\\s+(?:from (?:now|today)|hence|ab heute|à partir d'aujourd'hui)`,
    read: (said, moment) => away(said, moment, 1),
  },
  {
    pattern: `${COUNT}\\s+${LENGTH}\\s+(?:ago|fa|geleden|atrás)`,
    read: (said, moment) => away(said, moment, -1),
  },
  {
    pattern: `(?:vor|il y a|hace|há)\\s+${COUNT}\\s+${LENGTH}`,
    read: (said, moment) => away(said, moment, -1),
  },
  {
    pattern: `(?:${WEEKDAY},?\\s+(?:${NEXT_WEEK}))`,
    read: ({ weekday }, moment) => oneOf([inWeek(weekday, moment, 1)], moment, false),
  },
  {
    pattern: `(?:${NEXT_WEEK}),?\\s+(?:(?:on|am)\\s+)?${WEEKDAY}`,
    read: ({ weekday }, moment) => oneOf([inWeek(weekday, moment, 1)], moment, false),
  },
  {
    pattern: `${WEEKDAY},?\\s+(?:${LAST_WEEK})`,
    read: ({ weekday }, moment) => oneOf([inWeek(weekday, moment, -1)], moment, false),
  },
  { pattern: `(?:${NEXT})\\s+${WEEKDAY}`, read: nextWeekday },
  { pattern: `${WEEKDAY}\\s+(?:prochain|que viene|que vem|prossimo)`, read: nextWeekday },
  { pattern: `(?:${LAST})\\s+${WEEKDAY}`, read: lastWeekday },
  { pattern: `${WEEKDAY}\\s+(?:dernier|passé|pasado|passado|scorso)`, read: lastWeekday },
  { pattern: `(?:(?:${THIS})\\s+)?${WEEKDAY}`, read: bareWeekday },
];

function today(moment: Moment): Temporal.PlainDate {
  return Temporal.PlainDate.from(moment.today);
}

function away({ count, length }: Groups, moment: Moment, way: 1 | -1): ReadDate {
  const [n, unit] = [countOf(count), lengthOf(length)];
  if (unit !== 'workingDays') {
    return checked(
      today(moment)
        .add({ [unit]: way * n })
        .toString(),
      moment,
      false,
    );
  }
  if (!moment.calendar) {
    return unclear(
      'I don’t know on which days your organization works, so I can’t count them. Write the day like `31 March 2027`.',
    );
  }
  const counted = way === 1 ? addWorkingDays : subtractWorkingDays;
  return checked(counted(moment.calendar, moment.today, n), moment, false);
}

function inWeek(weekday: string | undefined, moment: Moment, weeks: number): string {
  const day = today(moment);
  const monday = day.subtract({ days: day.dayOfWeek - 1 }).add({ weeks });
  return monday.add({ days: weekdayOf(weekday) - 1 }).toString();
}

/** Today is one of its weekdays too, and so is the same day a week from it. */
function bareWeekday({ weekday }: Groups, moment: Moment): ReadDate {
  const way = moment.direction === 'future' ? 1 : -1;
  const days = [-1, 0, 1].map((weeks) => inWeek(weekday, moment, weeks));
  const meant = days.filter((on) => (way === 1 ? on >= moment.today : on <= moment.today));
  const ordered = way === 1 ? meant : meant.toReversed();
  const [first = ''] = ordered;
  return oneOf(ordered.slice(0, first === moment.today ? 2 : 1), moment, false);
}

/** Said early in a week, `next Friday` is this week's to some and the one after to others. */
function nextWeekday({ weekday }: Groups, moment: Moment): ReadDate {
  const [thisWeek, nextWeek] = [inWeek(weekday, moment, 0), inWeek(weekday, moment, 1)];
  return oneOf(thisWeek > moment.today ? [thisWeek, nextWeek] : [nextWeek], moment, false);
}

function lastWeekday({ weekday }: Groups, moment: Moment): ReadDate {
  const [thisWeek, lastWeek] = [inWeek(weekday, moment, 0), inWeek(weekday, moment, -1)];
  return oneOf(thisWeek < moment.today ? [lastWeek, thisWeek] : [lastWeek], moment, false);
}

/** Counted from the coming one, or the one in the week that is so far away. */
function weekdayAhead({ count, length, weekday }: Groups, moment: Moment): ReadDate {
  const unit = lengthOf(length);
  const n = countOf(count);
  if (unit !== 'weeks') {
    return unclear(
      'Which day is that? Write it with day, month and year, such as `31 March 2027`.',
    );
  }
  const thisWeek = inWeek(weekday, moment, 0);
  const weeks = thisWeek < moment.today ? [n, n + 1] : [n];
  return oneOf(
    weeks.map((after) => inWeek(weekday, moment, after)),
    moment,
    false,
  );
}
