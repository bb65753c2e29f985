import { Temporal } from 'temporal-polyfill';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, section } from '../../slack/blocks.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import {
  isWorkingDay,
  momentOf,
  subtractWorkingDays,
  type WorkingCalendar,
} from '../../time/calendar.ts';
import { addDays } from '../../time/days.ts';
import type { Meeting } from '../meeting.ts';
import { encodePending, MEETINGS, type PendingMeetings } from './ids.ts';

export type MeetingsScene = {
  readonly today: string;
  /** A channel of the partnership. */
  readonly channelId: string;
  /** The organization and the zone of the one who reads it, where they are known. */
  readonly viewer: string | undefined;
  readonly timeZone: string | undefined;
  readonly organizations: readonly {
    readonly id: string;
    readonly shortName: string;
    readonly timeZone: string;
    readonly calendar: WorkingCalendar;
  }[];
};

const SHOWN = 12;
const HOW =
  'In words: `/partnership meetings add council = 15 December, 5 January at 18:30 papers 10`, `/partnership meetings remove council = 15 December`.';

/** The meetings to come, the next first, with the day by which papers must be in. */
export function meetingsMessage(
  all: readonly Meeting[],
  scene: MeetingsScene,
  lead?: string,
): Message {
  const coming = all.filter(({ heldOn }) => heldOn >= scene.today);
  const lines = coming.slice(0, SHOWN).map((meeting) => `• ${meetingWords(meeting, scene)}`);
  const more = coming.length - lines.length;
  const text =
    lines.length > 0
      ? [
          ...lines,
          ...(more > 0
            ? [`And ${more} more, until ${dayWords(coming.at(-1)?.heldOn ?? '')}.`]
            : []),
        ].join('\n')
      : 'No meetings are known yet. A council or a board that decides something has its days here, so that a date that comes too late for its papers is noticed early.';
  const paragraphs = [...(lead ? [lead] : []), text];
  return {
    text: [...paragraphs, HOW].join('\n'),
    blocks: [
      ...paragraphs.map((one) => section(one)),
      actions([addButton(scene.channelId)]),
      context(HOW),
    ],
  };
}

export function addButton(channelId: string) {
  return button({ id: MEETINGS.add, text: 'Add a meeting', value: `- ${channelId}` });
}

/** How the days were read, and which of them are unusual, to be said yes to. */
export function confirmMessage(pending: PendingMeetings, scene: MeetingsScene): Message {
  const own = scene.organizations.find(({ id }) => id === scene.viewer);
  const isWorked = (on: string) => !own || isWorkingDay(own.calendar, on);
  const lines = pending.days.map(
    (on) =>
      `• ${wholeDay(on)}${isWorked(on) ? '' : `, no working day of ${inert(own?.shortName ?? '')}`}`,
  );
  const [only = ''] = pending.days;
  const question =
    pending.days.length > 1
      ? [`I read these days for ${bold(pending.name)}:`, ...lines, 'Is that right?'].join('\n')
      : isWorked(only)
        ? `I read the day for ${bold(pending.name)} as *${wholeDay(only)}*. Is that right?`
        : `${dayWords(only)} is a ${weekdayWords(only)}, no working day of ${inert(own?.shortName ?? '')}. Is that right for ${bold(pending.name)}?`;
  const how = 'Otherwise write it with day, month and year, such as `15 December 2026`.';
  return {
    text: `${question} ${how}`,
    blocks: [
      section(question),
      actions([
        button({
          id: MEETINGS.confirm,
          text: pending.days.length > 1 ? 'Yes, add them' : `Yes, ${wholeDay(only)}`,
          value: encodePending(pending),
          style: 'primary',
        }),
      ]),
      context(how),
    ],
  };
}

function meetingWords(meeting: Meeting, scene: MeetingsScene): string {
  const { organizations, today } = scene;
  const organization = organizations.find(({ id }) => id === meeting.organizationId);
  const { heldOn, papersDueWorkingDays: days } = meeting;
  const papers =
    days === undefined || !organization
      ? undefined
      : subtractWorkingDays(organization.calendar, heldOn, days);
  const due =
    papers &&
    (papers < today
      ? ' · papers were due '
      : papers <= addDays(today, 14)
        ? ' · *papers due* '
        : ' · papers due ');
  const time = timeWords(meeting, organization?.timeZone, scene.timeZone);
  return `${dayWords(heldOn)}${time ? `, ${time}` : ''}: ${bold(meeting.name)} of ${inert(organization?.shortName ?? 'somebody')}${papers ? `${due}${dayWords(papers)}` : ''}`;
}

/** `18:30 in Chicago, 01:30 on 16 December for you`, the latter where their clocks differ. */
function timeWords(
  { heldOn, startsAt }: Meeting,
  timeZone: string | undefined,
  ofReader: string | undefined,
): string | undefined {
  if (!startsAt || !timeZone) return startsAt;
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  const there = `${startsAt} in ${place}`;
  if (!ofReader) return there;
  const moment = momentOf(heldOn, startsAt, timeZone).getTime();
  const here = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(ofReader);
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' });
  const on = here.toPlainDate().toString();
  if (time === startsAt && on === heldOn) return there;
  return `${there}, ${time}${on === heldOn ? '' : ` on ${dayWords(on)}`} for you`;
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export function dayWords(on: string): string {
  return DAY.format(new Date(`${on}T12:00:00Z`));
}

function weekdayWords(on: string): string {
  return Temporal.PlainDate.from(on).toLocaleString('en-GB', { weekday: 'long' });
}

function wholeDay(on: string): string {
  return `${weekdayWords(on)} ${dayWords(on)}`;
}
