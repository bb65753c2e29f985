import { type Context, type TransactionContext, transaction } from '../context.ts';
import { MONTHS_UNTIL_REVIEW } from '../glossary/review.ts';
import { addNotes } from '../partnerships/add-note.ts';
import { maySpeak, workplacesOf } from '../partnerships/workplaces.ts';
import { type Appointment, setAppointment } from '../schedule/appointments.ts';
import { monthsAfter, nextTurn } from '../time/calendar.ts';
import { timingOf } from '../time/timing.ts';
import { dueForReview, encodeReviewed, REVIEWS_AT_ONCE, type Reviewed } from './review.ts';
import { listReviewCandidates } from './store.ts';
import { REVIEW_DAY } from './turn.ts';

/** A term may have to be looked at again: the next review takes it in, if so. */
export function callReview(ctx: Context): Promise<void> {
  return transaction(ctx, (tx) => appointReview(tx));
}

/** The review of a week: asks about the terms that are due, a few at once, and leaves the others to the next. */
export function askReviews(ctx: Context, input: { readonly dueAt: Date }): Promise<void> {
  const now = ctx.clock.now();
  const { id: partnershipId } = ctx.partnership;
  return transaction(ctx, async (tx) => {
    const timing = timingOf(workplacesOf(ctx.partnership), input.dueAt, now);
    if (!maySpeak(ctx.partnership)) return;
    if (timing !== 'now') {
      const { makeUpAt } = timing === 'not-yet' ? { makeUpAt: input.dueAt } : timing;
      return setAppointment(tx.db, { partnershipId, what: 'upkeep.review' }, makeUpAt);
    }
    const lookedAtBefore = monthsAfter(now, -MONTHS_UNTIL_REVIEW);
    const candidates = await listReviewCandidates(tx.db, partnershipId, lookedAtBefore);
    const due = dueForReview(candidates, now);
    if (due.length === 0) return;
    if (due.length > REVIEWS_AT_ONCE) await appointReview(tx);
    await ask(tx, due.slice(0, REVIEWS_AT_ONCE));
  });
}

async function appointReview(ctx: TransactionContext): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  const places = workplacesOf(ctx.partnership);
  const next = nextTurn({ weekday: REVIEW_DAY, places, after: ctx.clock.now() });
  await setAppointment(ctx.db, { partnershipId, what: 'upkeep.review' }, next);
}

async function ask(ctx: TransactionContext, reviewed: readonly Reviewed[]): Promise<void> {
  const now = ctx.clock.now();
  const { id: partnershipId } = ctx.partnership;
  await addNotes(
    ctx,
    reviewed.map(({ termId, version }) => ({
      subjectId: termId,
      what: 'upkeep.asked',
      detail: { version },
    })),
  );
  for (const { termId } of reviewed) {
    const appointment: Appointment = { partnershipId, what: 'upkeep.review', about: termId };
    await setAppointment(ctx.db, appointment, monthsAfter(now, MONTHS_UNTIL_REVIEW));
  }
  await ctx.jobs.add(ctx.db, 'upkeep.ask', {
    partnershipId,
    reviewed: encodeReviewed(reviewed),
    on: now.toISOString().slice(0, 10),
  });
}
