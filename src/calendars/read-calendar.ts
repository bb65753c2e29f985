import type { Context } from '../context.ts';
import { listMeetings } from '../meetings/list-meetings.ts';
import { listMilestones } from '../milestones/list-milestones.ts';
import { meetingEntries } from './meeting-entries.ts';
import { milestoneEntry } from './milestone-entry.ts';
import { writeCalendar } from './write-calendar.ts';

export type WrittenCalendar = { readonly text: string; readonly entries: number };

/** The days of a partnership as a calendar file, the same for everybody who may have it. */
export async function readCalendar(ctx: Context): Promise<WrittenCalendar> {
  const { partnership } = ctx;
  const [milestones, meetings] = await Promise.all([listMilestones(ctx), listMeetings(ctx, {})]);
  const entries = [
    ...milestones.flatMap((seen) => milestoneEntry(seen, partnership) ?? []),
    ...meetings.flatMap((meeting) => meetingEntries(meeting, partnership)),
  ];
  return { text: writeCalendar(partnership.name, entries), entries: entries.length };
}
