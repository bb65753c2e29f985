import { type Context, transaction } from '../context.ts';
import { maySpeak } from '../partnerships/workplaces.ts';
import { localDate } from '../time/calendar.ts';
import { appointIntroductions } from './appoint-introductions.ts';
import { gather } from './gather.ts';
import { placeOf } from './held-round.ts';
import { takesPart } from './participant.ts';
import { firstZone, planRound } from './plan-round.ts';
import { insertGroups, lockRound } from './round-store.ts';

/**
 * Introduces those who wait in the round under way, and those who joined since it opened, as far as they
 * suit each other. Whoever is left waits on; of that they know already.
 */
export async function matchLate(ctx: Context): Promise<void> {
  const gathered = await gather(ctx);
  const round = gathered.rounds.find(({ closedAt }) => closedAt === undefined);
  const today = localDate(ctx.clock.now(), firstZone(ctx));
  if (!round || today > round.meetBy || !maySpeak(ctx.partnership)) return;
  const people = gathered.people.filter(
    (one) => takesPart(one, today) && placeOf(round, one.memberId)?.groupId === undefined,
  );
  if (people.length < 2) return;
  const { groups } = await planRound(ctx, { round, people, gathered, from: today });
  if (groups.length === 0) return;
  await transaction(ctx, async (tx) => {
    const now = await lockRound(tx.db, tx.partnership.id, round.id);
    if (!now || now.closedAt) return;
    // Somebody may have come into a group while this was thought about.
    const free = groups.filter(({ memberIds }) =>
      memberIds.every((memberId) => placeOf(now, memberId)?.groupId === undefined),
    );
    await insertGroups(tx.db, tx.partnership.id, round.id, free);
    const { members } = gathered;
    await appointIntroductions(tx, { round, groups: free, waiting: [], members });
  });
}
