import { type Context, type TransactionContext, transaction } from '../context.ts';
import { MONTHS_UNTIL_REVIEW } from '../glossary/review.ts';
import { workplaceOf } from '../partnerships/workplaces.ts';
import { type Appointment, setAppointment } from '../schedule/appointments.ts';
import { monthsAfter, nextTurn } from '../time/calendar.ts';
import { listUnappointed } from './store.ts';
import { WEEK_DAY } from './turn.ts';

/** The others follow with the next turn: they have a year. */
const APPOINTED_AT_ONCE = 500;

/** What is done for the partnership once a week, when the first of its organizations begins it. */
export function turnWeek(ctx: Context): Promise<void> {
  const { partnership } = ctx;
  const places = partnership.organizations.slice(0, 1).map(workplaceOf);
  const next = nextTurn({ weekday: WEEK_DAY, places, after: ctx.clock.now() });
  return transaction(ctx, async (tx) => {
    await setAppointment(tx.db, { partnershipId: partnership.id, what: 'upkeep.week' }, next);
    await appointReviews(tx);
  });
}

/** What was agreed in other ways, or before there were reviews, gets one too. */
async function appointReviews(ctx: TransactionContext): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  for (const { termId, lookedAt } of await listUnappointed(
    ctx.db,
    partnershipId,
    APPOINTED_AT_ONCE,
  )) {
    const appointment: Appointment = { partnershipId, what: 'upkeep.review', about: termId };
    await setAppointment(ctx.db, appointment, monthsAfter(lookedAt, MONTHS_UNTIL_REVIEW));
  }
}
