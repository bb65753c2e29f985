import type { Button } from '@slack/types';
import type { Organization } from '../../partnerships/partnership.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, fitting, section } from '../../slack/blocks.ts';
import { cut } from '../../slack/limits.ts';
import { bold, escaped, inert } from '../../slack/mrkdwn.ts';
import { type KnownHoliday, knownUntil } from '../holiday.ts';
import { type Hours, leavesNothing } from '../hours-in-words.ts';
import { placeCode } from '../place.ts';
import type { HoursSeen } from '../show-hours.ts';
import { HOURS } from './ids.ts';
import { dateWords, placeWords, quietWords, stretches, stretchWords, weekWords } from './words.ts';

const OWN_SHOWN = 4;
const OTHERS_SHOWN = 2;
const HOW =
  'In words: `/partnership hours help`. Only you see your own hours; everybody here sees when the organizations work.';

/** When everybody works; `lead` says what has just changed. */
export function hoursMessage(seen: HoursSeen, lead?: string): Message {
  const { own, others, holidays, today } = seen;
  const mine = mineParagraph(seen);
  const paragraphs = [
    ...(lead ? [lead] : []),
    ...(own ? [ownParagraph(own, holidays, today)] : []),
    ...(others.length > 0 ? [others.map((one) => otherLine(one, today)).join('\n')] : []),
    ...mine,
    ...warnings(seen),
  ];
  const buttons = buttonsOf(seen);
  return {
    text: [...paragraphs, HOW].join('\n\n'),
    blocks: fitting(
      [
        ...paragraphs.map((one) => section(one)),
        ...(buttons.length > 0 ? [actions(buttons)] : []),
        context(HOW),
      ],
      'There is more: `/partnership hours`',
    ),
    ...(mine.length > 0 && { isSecret: true }),
  };
}

function ownParagraph(own: Organization, holidays: readonly KnownHoliday[], today: string): string {
  const { country, subdivision, closures } = own;
  const until = knownUntil({ closures, holidays });
  const from =
    country === undefined
      ? 'none imported yet'
      : `${placeWords(placeCode({ country, subdivision }))}, as you corrected them${until ? `, known until ${dateWords(until)}` : ''}`;
  return [
    `${bold(own.shortName)}, your organization, works ${weekWords(own.workingWeek)}. ${ownQuietWords(own.quietHours)}`,
    `Closed next: ${closedWords(own, holidays, today, OWN_SHOWN) ?? 'no day is known'}.`,
    `Public holidays: ${from}.`,
  ].join('\n');
}

function ownQuietWords({ from, to }: Hours): string {
  return from === to
    ? 'It has no quiet hours.'
    : `From ${from} to ${to}, by their own clock, nobody there is written to unasked.`;
}

function otherLine(organization: Organization, today: string): string {
  const closed = closedWords(organization, [], today, OTHERS_SHOWN);
  return `• ${bold(organization.shortName)}: ${weekWords(organization.workingWeek)}, ${quietWords(organization.quietHours)}${closed ? ` · closed ${closed}` : ''}`;
}

/** The next closed days, those in a row as one; undefined where there is none to come. */
function closedWords(
  { closures, workingWeek }: Pick<Organization, 'closures' | 'workingWeek'>,
  holidays: readonly KnownHoliday[],
  today: string,
  most: number,
): string | undefined {
  const isWorked = (on: string) =>
    workingWeek.includes(new Date(`${on}T12:00:00Z`).getUTCDay() || 7);
  const coming = closures.filter((on) => on >= today && isWorked(on)).toSorted();
  const all = stretches(coming, isWorked);
  if (all.length === 0) return undefined;
  const words = all.slice(0, most).map(({ from, to }) => {
    const names = holidays
      .filter((one) => one.isObserved && one.on >= from && one.on <= to && isWorked(one.on))
      .map(({ name }) => inert(cut(name, 40)));
    return `${stretchWords({ from, to }, today)}${names.length > 0 ? ` (${[...new Set(names)].slice(0, 2).join(', ')})` : ''}`;
  });
  const more = all.length - words.length;
  return `${words.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

function mineParagraph({ own, member, workplace, today }: HoursSeen): readonly string[] {
  if (!own || !member || member.observer || !workplace) return [];
  const { from, to } = workplace.workingHours;
  const off =
    member.closures === undefined
      ? `the same days off as ${inert(own.shortName)}`
      : `days off of ${placeWords(member.closuresFrom ?? '')}, next ${closedWords({ closures: member.closures, workingWeek: own.workingWeek }, [], today, OTHERS_SHOWN) ?? 'none: import them again'}`;
  return [
    `${bold('You')}: ${from} to ${to}, time zone ${escaped(workplace.timeZone)}${member.timeZone ? ' (as Slack says)' : ''}, ${off}`,
  ];
}

/** What can’t be meant like this, since messages that nobody asked for would come at a bad hour. */
function warnings({ own, member, workplace }: HoursSeen): readonly string[] {
  if (!own) return [];
  const { quietHours } = own;
  if (leavesNothing({ from: '09:00', to: '17:00' }, quietHours)) {
    return [
      `These quiet hours cover the whole working day from 9 to 5. I’ll then keep to each person’s working hours alone. Is ${quietHours.from} to ${quietHours.to} right?`,
    ];
  }
  const mine = workplace?.workingHours;
  if (!member || !mine || !leavesNothing(mine, quietHours)) return [];
  return [
    `Your hours lie within the quiet hours of ${inert(own.shortName)}. I’ll keep to your hours alone.`,
  ];
}

function buttonsOf({ own, member, mayChange, channelId: value }: HoursSeen): readonly Button[] {
  if (!own || !member || member.observer) return [];
  return [
    ...(mayChange
      ? [
          button({ id: HOURS.country, text: 'Holidays', value }),
          button({ id: HOURS.arrange, text: 'Week and closed days', value }),
        ]
      : []),
    button({ id: HOURS.mine, text: 'My hours', value }),
  ];
}

const LINES = [
  '`/partnership hours`  when everybody works, and when nobody is written to',
  '`/partnership hours holidays US-IL`  shows what it would close; `holidays Berlin, Germany` works too, `holidays off` takes them back',
  '`/partnership hours closed 27 November 2026, 24 December to 1 January`',
  '`/partnership hours open 17 February`',
  '`/partnership hours week mon-fri` (or `sun-thu`)',
  '`/partnership hours quiet 18:00-08:00` (or `quiet off`)',
  '`/partnership hours mine 10:00-18:30`  your own working day. In a direct message to me nobody else reads it',
  '`/partnership hours mine holidays US-CA`  if you live somewhere else; `mine holidays off` goes back',
];

export function hoursHelp(about?: string): Message {
  const lines = LINES.join('\n');
  return {
    text: [...(about ? [about] : []), lines].join('\n'),
    blocks: [...(about ? [section(about)] : []), section(lines)],
  };
}
