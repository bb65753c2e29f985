import { type Context, transaction } from '../context.ts';
import type { Member } from '../members/member.ts';
import { workplaceOfMember } from '../members/workplace.ts';
import { setAppointment } from '../schedule/appointments.ts';
import type { JobName } from '../schedule/queue.ts';
import { localDate } from '../time/calendar.ts';
import { addDays } from '../time/days.ts';
import { daysOf } from './cadence.ts';
import { introduceAt } from './introduce-at.ts';

const DAYS_AHEAD = 14;

/**
 * Whether something has to wait for a good hour of all of these people, since it comes later than it was
 * appointed for: it is appointed again then.
 */
export async function putOff(
  ctx: Context,
  input: {
    readonly members: readonly Member[];
    readonly what: JobName;
    readonly about: string;
  },
): Promise<boolean> {
  const { members, what, about } = input;
  const { partnership } = ctx;
  const after = ctx.clock.now();
  const places = members.map((member) => workplaceOfMember(partnership, member));
  const today = localDate(after, places[0]?.timeZone ?? 'UTC');
  const days = daysOf(addDays(today, -1), addDays(today, DAYS_AHEAD));
  const dueAt = introduceAt(places, { after, days });
  if (dueAt <= after) return false;
  const appointment = { partnershipId: partnership.id, what, about };
  await transaction(ctx, (tx) => setAppointment(tx.db, appointment, dueAt));
  return true;
}
