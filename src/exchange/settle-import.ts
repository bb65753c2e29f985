import type { TransactionContext } from '../context.ts';
import { type Appointment, setAppointment } from '../schedule/appointments.ts';
import { changeImport, findImport } from './store.ts';
import { standingOfImport } from './term-import.ts';

/**
 * Has an import brought in once every coordinator has confirmed and the floor is over; where only time
 * is missing, at that time. Answers whether it is under way now.
 */
export async function settleImport(ctx: TransactionContext, importId: string): Promise<boolean> {
  const { id: partnershipId } = ctx.partnership;
  const given = await findImport(ctx.db, partnershipId, importId);
  if (given?.state !== 'asking') return false;
  const { state, dueAt } = standingOfImport(given, ctx.partnership, ctx.clock.now());
  const appointment: Appointment = { partnershipId, what: 'exchange.apply', about: importId };
  if (state !== 'agreed') {
    if (dueAt) await setAppointment(ctx.db, appointment, dueAt);
    return false;
  }
  await changeImport(ctx.db, partnershipId, importId, { state: 'applying' });
  await ctx.jobs.add(ctx.db, 'exchange.apply', { partnershipId, about: importId });
  return true;
}
