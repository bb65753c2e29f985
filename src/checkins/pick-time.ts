import { actingMember, type Context, transaction } from '../context.ts';
import { addNotice } from '../notices/add-notice.ts';
import { Refusal } from '../refusal.ts';
import { findOwnGroup, type OwnGroup } from './find-own-group.ts';
import { agreedTime, CHECKIN_MINUTES, isSame } from './held-round.ts';
import { changeGroup, changePlace, lockRound } from './round-store.ts';

export type Picked = OwnGroup & {
  readonly time: Date;
  /** Two of them tapped on it. */
  readonly isPlanned: boolean;
};

/** The acting member says that the time with this place, from 0, suits them; the others are told. */
export function pickTime(
  ctx: Context,
  input: { readonly groupId: string; readonly at: number },
): Promise<Picked> {
  const member = actingMember(ctx);
  const { id: partnershipId } = ctx.partnership;
  return transaction(ctx, async (tx) => {
    const found = await findOwnGroup(tx, { ...input, memberId: member.id });
    await lockRound(tx.db, partnershipId, found.round.id);
    const own = await findOwnGroup(tx, { ...input, memberId: member.id });
    const { round, group, place } = own;
    const time = group.times[input.at];
    if (!time) throw new Refusal('too-late', 'That time is not offered any more.');
    if (time < tx.clock.now()) {
      throw new Refusal('too-late', 'That time has passed. Another one, or one of your own?');
    }
    const picks = [...place.picks.filter((one) => !isSame(one, time)), time];
    await changePlace(
      tx.db,
      partnershipId,
      { roundId: round.id, memberId: member.id },
      {
        picks,
        hasTapped: true,
      },
    );
    const places = round.places
      .filter(({ groupId }) => groupId === group.id)
      .map((one) => (one.memberId === member.id ? { ...one, picks } : one));
    const isPlanned = agreedTime(places, time) !== undefined;
    const wasPlanned = group.plannedAt !== undefined && isSame(group.plannedAt, time);
    if (isPlanned && !wasPlanned) {
      const state = group.state === 'introduced' ? 'planned' : group.state;
      await changeGroup(tx.db, partnershipId, group.id, { plannedAt: time, state });
      for (const { memberId } of places) await askAfterwards(tx, memberId, group.id, time);
    }
    const isNews = isPlanned ? !wasPlanned : !place.picks.some((one) => isSame(one, time));
    if (isNews) {
      const at = time.toISOString();
      const data = { partnershipId, groupId: group.id, memberId: member.id, at };
      await tx.jobs.add(tx.db, 'checkins.picked', data);
    }
    return { ...own, time, isPlanned };
  });
}

const A_WEEK_MS = 7 * 86_400_000;

/** Did you find a moment? Once, when the time is over. */
async function askAfterwards(
  tx: Parameters<typeof addNotice>[0],
  memberId: string,
  groupId: string,
  time: Date,
): Promise<void> {
  const notBefore = new Date(time.getTime() + CHECKIN_MINUTES * 60_000);
  await addNotice(tx, {
    memberId,
    kind: 'checkins.met',
    about: groupId,
    occasion: time.toISOString(),
    notBefore,
    staleAt: new Date(notBefore.getTime() + A_WEEK_MS),
  });
}
