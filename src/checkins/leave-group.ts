import type { TransactionContext } from '../context.ts';
import { setAppointment } from '../schedule/appointments.ts';
import { addLate } from './add-late.ts';
import { groupOf, othersOf } from './held-round.ts';
import { changeGroup, changePlace, deletePlace, listRounds, lockRound } from './round-store.ts';

/**
 * Takes somebody out of the round under way. Of three, the other two stay a group; of two, the other one
 * waits again, is told, and is introduced anew if somebody else waits. Who has met already stays.
 */
export async function leaveGroup(
  tx: TransactionContext,
  input: { readonly memberId: string },
): Promise<void> {
  const { memberId } = input;
  const { id: partnershipId } = tx.partnership;
  const [latest] = await listRounds(tx.db, partnershipId, 1);
  const round = latest && (await lockRound(tx.db, partnershipId, latest.id));
  if (!round || round.closedAt) return;
  const place = { roundId: round.id, memberId };
  const group = groupOf(round, memberId);
  if (group?.state === 'met') return;
  await deletePlace(tx.db, partnershipId, place);
  if (!group) return;
  const left = othersOf(round, memberId);
  const [first = '', second] = left;
  if (second !== undefined) {
    const starterId = group.starterId === memberId ? first : group.starterId;
    await changeGroup(tx.db, partnershipId, group.id, { starterId });
  } else {
    await changeGroup(tx.db, partnershipId, group.id, { state: 'ended' });
    const waits = { groupId: undefined, why: 'left', picks: [], answer: undefined } as const;
    await changePlace(tx.db, partnershipId, { roundId: round.id, memberId: first }, waits);
  }
  // Whoever was not told of them yet need not hear that they are gone, only that nobody is there.
  const isTold = group.introducedAt !== undefined;
  for (const otherId of isTold ? left : []) {
    const about = `${group.id} ${otherId} ${memberId}`;
    await tx.jobs.add(tx.db, 'checkins.left', { partnershipId, about });
  }
  if (second !== undefined) return;
  if (!isTold) await sayThatTheyWait(tx, round.id, first);
  await addLate(tx);
}

async function sayThatTheyWait(
  { db, partnership, clock }: TransactionContext,
  roundId: string,
  memberId: string,
): Promise<void> {
  const what = 'checkins.waiting';
  const about = `${roundId} ${memberId}`;
  await setAppointment(db, { partnershipId: partnership.id, what, about }, clock.now());
}
