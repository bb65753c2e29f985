import { actingMember, type TransactionContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { type DateAnswer, datesFault, NOTE_LIMIT } from './date-proposal.ts';
import { putAnswer } from './store.ts';

export type DatesInput = Omit<DateAnswer, 'organizationId'> & { readonly today: string };

/** Keeps what suits the acting member's organization; a later answer takes the place of the last. */
export async function proposeDates(ctx: TransactionContext, input: DatesInput): Promise<void> {
  const member = actingMember(ctx);
  const { today, ...dates } = input;
  const fault = datesFault(dates, today);
  if (fault) throw new Refusal('invalid', fault.sentence, fault.field);
  if ((dates.note?.length ?? 0) > NOTE_LIMIT) {
    const sentence = `That note has ${dates.note?.length} characters; ${NOTE_LIMIT} is the most.`;
    throw new Refusal('invalid', sentence, 'note');
  }
  const { organizationId } = member;
  await putAnswer(
    ctx.db,
    ctx.partnership.id,
    { ...dates, organizationId },
    { memberId: member.id, at: ctx.clock.now() },
  );
}
