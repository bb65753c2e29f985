import { holdSubjects } from '../agreements/hold-subjects.ts';
import { type Context, organizationOf, transaction } from '../context.ts';
import { getTermById } from '../glossary/look-up-term.ts';
import { MONTHS_UNTIL_REVIEW } from '../glossary/review.ts';
import { speakingMember } from '../members/speaking-member.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { setAppointment } from '../schedule/appointments.ts';
import { monthsAfter } from '../time/calendar.ts';
import type { Reviewed } from './review.ts';
import { listConfirmations } from './store.ts';

/** The acting member finds, for their organization, an agreement still right; it is looked at again in a year. */
export function confirmTerm(ctx: Context, input: Reviewed): Promise<void> {
  const { termId, version } = input;
  const { id: partnershipId } = ctx.partnership;
  return transaction(ctx, async (tx) => {
    await holdSubjects(tx, [termId]);
    const member = await speakingMember(tx);
    const entry = await getTermById(tx, termId);
    if (entry.agreed?.version !== version) {
      throw new Refusal(
        'too-late',
        `Another wording of “${entry.text}” is in force by now. Look at it: \`/glossary ${entry.text.replaceAll('`', '')}\``,
      );
    }
    const confirmations = await listConfirmations(tx.db, partnershipId, [termId]);
    if (confirmations.some((one) => one.organizationId === member.organizationId)) {
      const { shortName } = organizationOf(ctx, member);
      throw new Refusal('already-done', `${shortName} has said so already.`);
    }
    await addNote(tx, termId, 'upkeep.confirmed', { version });
    await setAppointment(
      tx.db,
      { partnershipId, what: 'upkeep.review', about: termId },
      monthsAfter(ctx.clock.now(), MONTHS_UNTIL_REVIEW),
    );
  });
}
