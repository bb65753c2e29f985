import { Temporal } from 'temporal-polyfill';
import { workplaceOf } from '../../partnerships/workplaces.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Scene } from '../../slack/scene.ts';
import type { Question } from '../../slack/verbs/verb.ts';
import { isWorkingDay, momentOf, subtractWorkingDays } from '../../time/calendar.ts';
import { dayWords, weekdayWords, wholeDay } from '../../time/day-words.ts';
import { addDays } from '../../time/days.ts';
import type { Meeting } from '../meeting.ts';

type Seen = Pick<Scene, 'organizations' | 'viewer' | 'timeZone' | 'today'>;

/** How the days were read, and which of them are unusual; undefined where there is nothing to ask. */
export function daysQuestion(
  name: string,
  days: readonly string[],
  { isCertain, scene }: { readonly isCertain: boolean; readonly scene: Seen },
): Question | undefined {
  const own = organizationOf(scene, scene.viewer);
  const isWorked = (on: string) => !own || isWorkingDay(workplaceOf(own).calendar, on);
  if (isCertain && days.every(isWorked)) return undefined;
  const unusual = `no working day of ${inert(own?.shortName ?? '')}`;
  const lines = days.map((on) => `• ${wholeDay(on)}${isWorked(on) ? '' : `, ${unusual}`}`);
  const [only = ''] = days;
  const otherwise = 'Otherwise write it with day, month and year, such as `15 December 2026`.';
  if (days.length > 1) {
    const says = [`I read these days for ${bold(name)}:`, ...lines, 'Is that right?'].join('\n');
    return { says, yes: 'Yes, add them', otherwise };
  }
  const says = isWorked(only)
    ? `I read the day for ${bold(name)} as *${wholeDay(only)}*. Is that right?`
    : `${dayWords(only)} is a ${weekdayWords(only)}, ${unusual}. Is that right for ${bold(name)}?`;
  return { says, yes: `Yes, ${wholeDay(only)}`, otherwise };
}

/** A meeting to come, with the day by which papers must be in. */
export function meetingLine(meeting: Meeting, scene: Seen): string {
  const organization = organizationOf(scene, meeting.organizationId);
  const { heldOn, papersDueWorkingDays: days, name } = meeting;
  const papers =
    days === undefined || !organization
      ? undefined
      : subtractWorkingDays(workplaceOf(organization).calendar, heldOn, days);
  const time = timeWords(meeting, organization?.timeZone, scene.timeZone);
  const due = papers ? `${dueWords(papers, scene.today)}${dayWords(papers)}` : '';
  return `${dayWords(heldOn)}${time ? `, ${time}` : ''}: ${bold(name)} of ${inert(organization?.shortName ?? 'somebody')}${due}`;
}

function dueWords(papers: string, today: string): string {
  if (papers < today) return ' · papers were due ';
  return papers <= addDays(today, 14) ? ' · *papers due* ' : ' · papers due ';
}

function organizationOf({ organizations }: Seen, id: string | undefined) {
  return organizations.find((one) => one.id === id);
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
