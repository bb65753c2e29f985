import { type Context, transaction } from '../context.ts';
import { membersNow } from '../members/members-now.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { type Appointment, cancelAppointment } from '../schedule/appointments.ts';
import { changeImport, lockImport, removeRows } from './store.ts';

/** Calls an import off: its author always may, and any coordinator while coordinators are asked. */
export async function cancelImport(
  ctx: Context,
  input: { readonly importId: string },
): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  await transaction(ctx, async (tx) => {
    const given = await lockImport(tx.db, partnershipId, input.importId);
    const { member } = await membersNow(tx);
    if (!given || given.state === 'done' || given.state === 'cancelled') {
      throw new Refusal('already-done', 'That import is over; there is nothing to call off.');
    }
    const isAuthor = given.author.memberId === member.id;
    if (!isAuthor && !(given.state === 'asking' && member.coordinator)) {
      throw new Refusal(
        'not-yours',
        `${given.author.displayName} can call it off, and so can a coordinator while they are asked.`,
      );
    }
    await removeRows(tx.db, partnershipId, given.id);
    await changeImport(tx.db, partnershipId, given.id, {
      state: 'cancelled',
      endedAt: ctx.clock.now(),
      ...(!isAuthor && {
        problem: `${member.displayName} would rather look at the terms one by one.`,
      }),
    });
    const about: Appointment = { partnershipId, what: 'exchange.apply', about: given.id };
    await cancelAppointment(tx.db, about);
    if (given.askedAt) await addNote(tx, undefined, 'exchange.called-off');
    await ctx.jobs.add(tx.db, 'exchange.show', { partnershipId, importId: given.id });
  });
}
