import { type Context, type TransactionContext, transaction } from '../context.ts';
import { MONTHS_UNTIL_REVIEW } from '../glossary/review.ts';
import { monthsAfter, nextTurn, type Workplace } from '../partnerships/calendar.ts';
import { maySpeak, workplaceOf } from '../partnerships/workplaces.ts';
import { setAppointment } from '../schedule/appointments.ts';
import { listCoordinators } from './list-coordinators.ts';
import { listUnappointed } from './store.ts';
import { turnSince, WEEK_DAY } from './turn.ts';

/** The others follow with the next turn: they have a year. */
const APPOINTED_AT_ONCE = 500;

/**
 * The turn of those coordinators for whom it is Monday, nine o'clock, by now: each gets a job of their
 * own. The next turn is that of whoever comes next.
 */
export function turnWeek(ctx: Context, input: { readonly dueAt: Date }): Promise<void> {
  const now = ctx.clock.now();
  const { partnership } = ctx;
  const partnershipId = partnership.id;
  return transaction(ctx, async (tx) => {
    const coordinators = await listCoordinators(tx);
    const places = coordinators.map(({ place }) => place);
    const turns = (places.length > 0 ? places : firstPlace(ctx)).map((place) =>
      nextTurn({ weekday: WEEK_DAY, places: [place], after: now }),
    );
    const next = new Date(Math.min(...turns.map((turn) => turn.getTime())));
    await setAppointment(tx.db, { partnershipId, what: 'upkeep.week' }, next);
    await appointReviews(tx);
    if (!maySpeak(partnership)) return;
    for (const { member, place } of coordinators) {
      const dueAt = turnSince(WEEK_DAY, [place], input.dueAt);
      if (dueAt > now) continue;
      const data = { partnershipId, about: member.id, dueAt: dueAt.toISOString() };
      await ctx.jobs.add(tx.db, 'upkeep.tell', data);
    }
  });
}

/** Where nobody is a coordinator yet, it is looked again when the first organization begins its week. */
function firstPlace({ partnership }: Context): readonly Workplace[] {
  return partnership.organizations.slice(0, 1).map(workplaceOf);
}

/** What was agreed in other ways, or before there were reviews, gets one too. */
async function appointReviews(ctx: TransactionContext): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  for (const { termId, lookedAt } of await listUnappointed(
    ctx.db,
    partnershipId,
    APPOINTED_AT_ONCE,
  )) {
    const appointment = { partnershipId, what: 'upkeep.review', about: termId };
    await setAppointment(ctx.db, appointment, monthsAfter(lookedAt, MONTHS_UNTIL_REVIEW));
  }
}
