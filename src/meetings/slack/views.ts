import { subtractWorkingDays, type WorkingCalendar } from '../../partnerships/calendar.ts';
import { addDays } from '../../partnerships/days.ts';
import type { Message } from '../../slack/answer.ts';
import { context, section } from '../../slack/blocks.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Meeting } from '../meeting.ts';

export type MeetingsScene = {
  readonly today: string;
  readonly organizations: readonly {
    readonly id: string;
    readonly shortName: string;
    readonly calendar: WorkingCalendar;
  }[];
};

const SHOWN = 12;
const HOW =
  'Add yours with `/partnership meetings add council = 15 December, 5 January papers 10`; take a day away with `/partnership meetings remove council = 15 December`.';

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
    blocks: [...paragraphs.map((one) => section(one)), context(HOW)],
  };
}

function meetingWords(meeting: Meeting, { organizations, today }: MeetingsScene): string {
  const organization = organizations.find(({ id }) => id === meeting.organizationId);
  const { heldOn, startsAt, papersDueWorkingDays: days } = meeting;
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
  return `${dayWords(heldOn)}${startsAt ? `, ${startsAt}` : ''}: ${bold(meeting.name)} of ${inert(organization?.shortName ?? 'somebody')}${papers ? `${due}${dayWords(papers)}` : ''}`;
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
