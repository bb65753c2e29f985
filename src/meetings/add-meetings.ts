import { actingMember, type Context, organizationOf, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { listMeetings } from './list-meetings.ts';
import type { Meeting } from './meeting.ts';
import { MEETING_NAME_LIMIT } from './meeting-words.ts';
import { deleteMeetings, insertMeetings } from './store.ts';

export type MeetingsInput = {
  readonly name: string;
  /** ISO dates. */
  readonly days: readonly string[];
  readonly startsAt?: string | undefined;
  readonly papersDueWorkingDays?: number | undefined;
};

const MOST_AT_ONCE = 60;
const MOST_WORKING_DAYS = 250;

/** Refuses what no series can be. */
export function refuseMeetingsFault({
  name,
  days,
  papersDueWorkingDays: papers,
}: MeetingsInput): void {
  if (!/[\p{L}\p{N}]/u.test(name) || /[=@;,]/.test(name)) {
    throw new Refusal('invalid', 'Which meeting is it? A short name, such as `council`.', 'name');
  }
  if (name.length > MEETING_NAME_LIMIT) {
    throw new Refusal(
      'invalid',
      `That name has ${name.length} characters; ${MEETING_NAME_LIMIT} is the most.`,
      'name',
    );
  }
  if (days.length > MOST_AT_ONCE) {
    throw new Refusal(
      'invalid',
      `${days.length} days at once are many; ${MOST_AT_ONCE} is the most.`,
      'days',
    );
  }
  if (papers !== undefined && papers > MOST_WORKING_DAYS) {
    throw new Refusal(
      'invalid',
      `${papers} working days before are many; ${MOST_WORKING_DAYS} is the most.`,
      'papers',
    );
  }
}

/** Adds days on which the acting member's organization meets; what was said of a day before is replaced. */
export async function addMeetings(ctx: Context, input: MeetingsInput): Promise<readonly Meeting[]> {
  refuseMeetingsFault(input);
  const { name, days } = input;
  const { id: organizationId } = organizationOf(ctx, actingMember(ctx));
  const partnershipId = ctx.partnership.id;
  await transaction(ctx, async (tx) => {
    await deleteMeetings(tx.db, partnershipId, { organizationId, name, days });
    await insertMeetings(
      tx.db,
      partnershipId,
      days.map((heldOn) => ({
        organizationId,
        name,
        heldOn,
        startsAt: input.startsAt,
        minutes: 60,
        papersDueWorkingDays: input.papersDueWorkingDays,
        changedAt: tx.clock.now(),
      })),
    );
    await addNote(tx, undefined, 'meetings.added', { name, days: days.join(' ') });
  });
  return listMeetings(ctx, {});
}
