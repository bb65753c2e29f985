import { actingMember, type Context } from '../../context.ts';
import { organizationById } from '../../partnerships/partnership.ts';
import { Refusal } from '../../refusal.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import { type Given, type Noun, verb } from '../../slack/verbs/verb.ts';
import { daysIn, dayWords } from '../../time/day-words.ts';
import { addMeetings, type MeetingsInput, refuseMeetingsFault } from '../add-meetings.ts';
import { listMeetings } from '../list-meetings.ts';
import type { Meeting } from '../meeting.ts';
import { MEETING_NAME_LIMIT, meetingWordsIn, timeIn } from '../meeting-words.ts';
import { removeMeetings } from '../remove-meetings.ts';
import { othersWith, seriesOf } from '../series.ts';
import { daysQuestion, meetingLine } from './views.ts';

export type Possible = { readonly title: string; readonly earliestOn: string | undefined };

/** What the meetings make possible for which milestone, by its title. */
export type Outlook = (ctx: Context) => Promise<readonly Possible[]>;

const name = {
  is: 'text',
  label: 'Which meeting is it?',
  called: 'meeting',
  hint: 'The steps of your milestones find it by this name.',
  placeholder: 'council',
  limit: MEETING_NAME_LIMIT,
} as const;

const LONGEST_DAYS = 1_500;

/** `/partnership meetings [add|remove NAME = DAY, DAY …]` */
export function createMeetingsNoun(outlook: Outlook): Noun<Meeting> {
  return {
    name: 'meetings',
    help: 'The council and board days that decide something, with when papers are due.',
    verbs: [
      verb({
        word: 'add',
        label: 'Add a meeting',
        submit: 'Add',
        example: 'council = 15 December, 5 January at 18:30 papers 10',
        fields: {
          name,
          days: {
            is: 'days',
            label: 'On which days?',
            called: 'day',
            placeholder: '15 December, 5 January, 19 January',
            most: 60,
          },
          time: {
            is: 'text',
            label: 'At what time there?',
            called: 'time',
            placeholder: '18:30',
            isOptional: true,
            limit: 20,
          },
          papers: {
            is: 'text',
            label: 'How many working days before must papers be in?',
            called: 'number of days',
            placeholder: '10',
            isOptional: true,
            limit: 20,
          },
        },
        read(words) {
          const { time = '', papersDueWorkingDays: papers } = meetingWordsIn(words) ?? {};
          return { ...nameAndDays(words), time, papers: papers === undefined ? '' : `${papers}` };
        },
        async confirm({ values, scene }, isCertain) {
          const input = inputOf(values);
          refuseMeetingsFault(input);
          return daysQuestion(input.name, input.days, { isCertain, scene });
        },
        async act({ ctx, values }) {
          const input = inputOf(values);
          const same = sameName(ctx, await addMeetings(ctx, input), input.name);
          const days = input.days.map(dayWords).join(', ');
          return { says: `Added: ${bold(input.name)} on ${days}.${same}`, isListed: true };
        },
      }),
      verb({
        word: 'remove',
        label: 'Take days away',
        submit: 'Take away',
        example: 'council = 15 December',
        fields: {
          name: { ...name, hint: 'As it is called in the list.' },
          days: {
            is: 'text',
            label: 'Which days?',
            called: 'day',
            placeholder: '15 December',
            limit: LONGEST_DAYS,
          },
        },
        read: nameAndDays,
        act: async (given) => ({ says: await remove(given, outlook), isListed: true }),
      }),
    ],
    rows: {
      one: 'meeting',
      empty:
        'No meetings are known yet. A council or a board that decides something has its days here, so that a date that comes too late for its papers is noticed early.',
      verbs: [],
      list: (ctx, { today }) => listMeetings(ctx, { from: today }),
      idOf: ({ id }) => id,
      titleOf: (meeting) => meeting.name,
      line: meetingLine,
    },
  };
}

/** Where the days are missing, what was said is the name. */
function nameAndDays(words: string): Readonly<Record<'name' | 'days', string>> {
  const said = meetingWordsIn(words);
  if (!said) return { name: words.split('=', 1).join('').trim(), days: '' };
  return { name: said.name, days: said.days.join('; ') };
}

function inputOf(
  values: Readonly<Record<'name' | 'days' | 'time' | 'papers', string>>,
): MeetingsInput {
  const { days, time, papers } = values;
  if (papers && !/^\d{1,3}$/.test(papers)) {
    throw new Refusal('invalid', 'A whole number of working days, such as 10.', 'papers');
  }
  return {
    name: values.name,
    days: days.split(','),
    startsAt: time ? startIn(time) : undefined,
    papersDueWorkingDays: papers ? Number(papers) : undefined,
  };
}

/** A time of day; refuses what is none, since a meeting without its time would be kept instead. */
function startIn(text: string): string {
  const time = timeIn(text);
  if (time) return time;
  const sentence = `“${text}” is no time of day that I know. Write it like \`18:30\`.`;
  throw new Refusal('invalid', sentence, 'time');
}

function sameName(ctx: Context, all: readonly Meeting[], of: string): string {
  const { organizationId } = actingMember(ctx);
  const names = othersWith(all, { organizationId, name: of })
    .map((id) => inert(organizationById(ctx.partnership, id)?.shortName ?? 'Somebody'))
    .join(' and ');
  if (!names) return '';
  return ` ${names} ${names.includes(' and ') ? 'have' : 'has'} meetings of that name too; the steps of a milestone go by those of whoever looks after it.`;
}

type Removing = Given<undefined, 'name' | 'days'>;

/** Answers what is gone, and which milestones counted on it. */
async function remove(given: Removing, outlook: Outlook): Promise<string> {
  const { ctx, values } = given;
  const { organizationId } = actingMember(ctx);
  const of = { organizationId, name: values.name };
  const series = seriesOf(await listMeetings(ctx, {}), of);
  const days: string[] = [];
  for (const text of daysIn(values.days)) days.push(await heldDay(text, series, given));
  const before = await outlook(ctx);
  await removeMeetings(ctx, { name: values.name, days });
  const after = await outlook(ctx);
  const consequences = after.flatMap(({ title, earliestOn }) => {
    const was = before.find((one) => one.title === title)?.earliestOn;
    if (!was || was === earliestOn) return [];
    return earliestOn
      ? [`${bold(title)} counted on it: its next possible day is ${dayWords(earliestOn)}.`]
      : [`${bold(title)} counted on it, and no later meeting is known for it.`];
  });
  const list = days.map(dayWords).join(', ');
  return [`Taken away: ${bold(values.name)} on ${list}.`, ...consequences].join('\n');
}

/** Of all days that the words can mean, to come or over, the one on which the series meets. */
async function heldDay(
  text: string,
  series: readonly Meeting[],
  { readDay, values }: Removing,
): Promise<string> {
  const [ahead, back] = [await readDay(text, 'future'), await readDay(text, 'past')];
  const days = [ahead, back].flatMap((reading) => ('days' in reading ? reading.days : []));
  if (days.length === 0 && 'message' in ahead) throw new Refusal('invalid', ahead.message, 'days');
  const held = [...new Set(days)].filter((on) => series.some(({ heldOn }) => heldOn === on));
  const [only, other] = held;
  if (only && !other) return only;
  if (only) {
    const ways = held.map(dayWords).join(' or ');
    const sentence = `“${text}” can be ${ways}. Write the one that you mean.`;
    throw new Refusal('invalid', sentence, 'days');
  }
  const known = series.slice(-6).map(({ heldOn }) => dayWords(heldOn));
  throw new Refusal(
    'not-found',
    `Your organization has no meeting “${values.name}” on that day.${known.length > 0 ? ` It has ${known.join(', ')}.` : ''}`,
    'days',
  );
}
