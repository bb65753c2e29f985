import type { TransactionContext } from '../context.ts';
import { workplacesOf } from '../partnerships/workplaces.ts';
import { appointAtLatest } from '../schedule/appointments.ts';
import { nextOpening } from '../time/calendar.ts';

/** Has somebody look at the milestones at the next hour at which all are at work, unless it is due before. */
export async function lookAgain(ctx: TransactionContext): Promise<void> {
  const { partnership } = ctx;
  const next = nextOpening(workplacesOf(partnership), ctx.clock.now());
  await appointAtLatest(ctx.db, { partnershipId: partnership.id, what: 'milestones.look' }, next);
}
