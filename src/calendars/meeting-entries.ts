import type { Meeting } from '../meetings/meeting.ts';
import { organizationById, type Partnership } from '../partnerships/partnership.ts';
import { workplaceOf } from '../partnerships/workplaces.ts';
import { subtractWorkingDays } from '../time/calendar.ts';
import { type CalendarEntry, uidOf, wholeDay } from './calendar-entry.ts';

/** A meeting, and the day by which its papers must be in; nothing of an organization that has left. */
export function meetingEntries(
  meeting: Meeting,
  partnership: Partnership,
): readonly CalendarEntry[] {
  const { name, heldOn, startsAt, minutes, papersDueWorkingDays, changedAt } = meeting;
  const organization = organizationById(partnership, meeting.organizationId);
  if (!organization || organization.hasLeft) return [];
  const { shortName, timeZone } = organization;
  const papersOn = papersDueWorkingDays
    ? subtractWorkingDays(workplaceOf(organization).calendar, heldOn, papersDueWorkingDays)
    : undefined;
  const id = identityOf(meeting);
  const both = { sequence: sequenceOf(changedAt), changedAt, status: 'confirmed' } as const;
  const held: CalendarEntry = {
    ...both,
    uid: uidOf('meeting', id),
    title: `${shortName}: ${name}`,
    notes: papersOn ? [`Papers are due ${wholeDay(papersOn)}.`] : [],
    on: heldOn,
    time: startsAt ? { startsAt, minutes, timeZone } : undefined,
  };
  if (!papersOn) return [held];
  const due: CalendarEntry = {
    ...both,
    uid: uidOf('papers', id),
    title: `Papers due for ${shortName}: ${name}`,
    notes: [`The meeting is on ${wholeDay(heldOn)}.`],
    on: papersOn,
    time: undefined,
  };
  return [due, held];
}

/**
 * Saying a meeting anew replaces its row, so the row's id does not last. Whose it is, its name and its day
 * do: another name or day is another meeting.
 */
function identityOf({ organizationId, name, heldOn }: Meeting): string {
  const series = Buffer.from(name.toLowerCase()).toString('base64url');
  return `${organizationId}-${heldOn}-${series}`;
}

const FIRST = Date.UTC(2026, 0, 1);

/** Seconds since a day before the first meeting: iCalendar's numbers end at 2 to the power of 31. */
function sequenceOf(changedAt: Date): number {
  return Math.max(0, Math.floor((changedAt.getTime() - FIRST) / 1_000));
}
