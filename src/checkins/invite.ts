import { type Context, transaction } from '../context.ts';
import { coordinatingMember } from '../members/coordinating-member.ts';
import { listMembers } from '../members/list-members.ts';
import { findTold } from '../postings/find-told.ts';
import { Refusal } from '../refusal.ts';
import { localDate } from '../time/calendar.ts';
import { firstZone } from './plan-round.ts';

/** A coordinator lets everybody in the channel be asked, once a day at most, whoever of them asks for it. */
export async function invite(ctx: Context): Promise<void> {
  await coordinatingMember(
    ctx,
    'A coordinator lets me ask the channel. `/partnership checkins join` is yours alone.',
  );
  const key = await invitationKey(ctx, localDate(ctx.clock.now(), firstZone(ctx)));
  if (key && (await findTold(ctx, key))) {
    throw new Refusal('already-done', 'I asked the channel today already; it is in there.');
  }
  const { id: partnershipId } = ctx.partnership;
  await transaction(ctx, (tx) =>
    ctx.jobs.add(tx.db, 'checkins.invite', { partnershipId, on: key?.occasion ?? '' }),
  );
}

/** What is told once is told to somebody: one coordinator stands for all. */
export async function invitationKey(ctx: Context, on: string) {
  const first = (await listMembers(ctx)).find(({ coordinator }) => coordinator);
  return first && { memberId: first.id, what: 'checkins.invite', occasion: on };
}
