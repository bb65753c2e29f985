import type { TransactionContext } from '../context.ts';
import type { Member } from '../members/member.ts';
import { type MemberWorkplace, workplaceOfMember } from '../members/workplace.ts';
import { setAppointment } from '../schedule/appointments.ts';
import { localDate } from '../time/calendar.ts';
import { sendTime } from '../time/send-time.ts';
import { daysOf } from './cadence.ts';
import { introduceAt } from './introduce-at.ts';
import type { NewGroup, NewRound } from './round-store.ts';

/** Those of a group are told of each other when all of them are at work; who waits, at their next good hour. */
export async function appointIntroductions(
  tx: TransactionContext,
  given: {
    readonly round: Pick<NewRound, 'id' | 'meetBy'>;
    readonly groups: readonly Pick<NewGroup, 'id' | 'memberIds'>[];
    readonly waiting: readonly { readonly memberId: string }[];
    readonly members: ReadonlyMap<string, Member>;
  },
): Promise<void> {
  const { round, groups, waiting, members } = given;
  const { partnership, db } = tx;
  const partnershipId = partnership.id;
  const after = tx.clock.now();
  const placesOf = (ids: readonly string[]): readonly MemberWorkplace[] =>
    ids.flatMap((id) => {
      const member = members.get(id);
      return member ? [workplaceOfMember(partnership, member)] : [];
    });
  for (const { id, memberIds } of groups) {
    const places = placesOf(memberIds);
    const days = daysOf(localDate(after, places[0]?.timeZone ?? 'UTC'), round.meetBy);
    const dueAt = introduceAt(places, { after, days });
    await setAppointment(db, { partnershipId, what: 'checkins.introduce', about: id }, dueAt);
  }
  for (const { memberId } of waiting) {
    const [place] = placesOf([memberId]);
    const dueAt = place ? sendTime({ ...place, after, spreadSeconds: 0 }) : after;
    const about = `${round.id} ${memberId}`;
    await setAppointment(db, { partnershipId, what: 'checkins.waiting', about }, dueAt);
  }
}
