import { type Context, transaction } from '../context.ts';
import { addNotice } from '../notices/add-notice.ts';
import { countsOf, silentIn } from './held-round.ts';
import { changeGroup, countRound, listRounds, lockRound } from './round-store.ts';
import { listCheckins, putCheckin } from './store.ts';

/** Far enough back for whoever waited in between. */
const ROUNDS = 12;
const DAYS_TO_TELL_MS = 7 * 86_400_000;

/**
 * Counts what became of a round. Of groups that said nothing it is not known whether they met; who tapped
 * on nothing twice is paused quietly and told once (domain 5.3.9).
 */
export function closeRound(ctx: Context, input: { readonly roundId: string }): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  const now = ctx.clock.now();
  return transaction(ctx, async (tx) => {
    const round = await lockRound(tx.db, partnershipId, input.roundId);
    if (!round || round.closedAt) return;
    for (const { id, state } of round.groups) {
      if (state !== 'introduced' && state !== 'planned') continue;
      await changeGroup(tx.db, partnershipId, id, { state: 'unknown' });
    }
    const counted = { counts: countsOf(round), closedAt: now };
    await countRound(tx.db, partnershipId, round.id, counted);
    const earlier = await listRounds(tx.db, partnershipId, ROUNDS);
    const joined = (await listCheckins(tx.db, partnershipId)).filter(
      ({ state }) => state === 'joined',
    );
    for (const memberId of silentIn(round, earlier)) {
      if (!joined.some((one) => one.memberId === memberId)) continue;
      const paused = { memberId, state: 'paused', pausedUntil: undefined } as const;
      await putCheckin(tx.db, partnershipId, paused, now);
      await addNotice(tx, {
        memberId,
        kind: 'checkins.paused',
        about: round.id,
        occasion: round.opensOn,
        staleAt: new Date(now.getTime() + DAYS_TO_TELL_MS),
      });
    }
  });
}
