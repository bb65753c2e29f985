import { type Context, transaction } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import { workplaceOfMember } from '../members/workplace.ts';
import { type Appointment, appointAtLatest } from '../schedule/appointments.ts';
import { sendTime } from '../time/send-time.ts';
import { spreadOf, TOLD_AS } from './notice.ts';

/** Looks at what waits for a member at the next good hour for them, or earlier where that is appointed. */
export async function lookAgain(
  ctx: Context,
  input: { readonly memberId: string; readonly after: Date },
): Promise<void> {
  const { partnership } = ctx;
  const member = (await listMembers(ctx)).find(({ id }) => id === input.memberId);
  if (!member) return;
  const dueAt = sendTime({
    ...workplaceOfMember(partnership, member),
    after: input.after,
    spreadSeconds: spreadOf(member.id),
  });
  const look: Appointment = { partnershipId: partnership.id, what: TOLD_AS, about: member.id };
  await transaction(ctx, (tx) => appointAtLatest(tx.db, look, dueAt));
}
