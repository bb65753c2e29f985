import { actingMember, type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { findOwnGroup, type OwnGroup } from './find-own-group.ts';
import { countsOf, groupOf, stateSaid } from './held-round.ts';
import { changeGroup, changePlace, countRound, listRounds, lockRound } from './round-store.ts';

/** Far enough back for who answers a question of an earlier round. */
const ROUNDS = 3;

/**
 * The acting member says whether they met: in their newest group, or in the one that is named. An answer
 * can be changed, and counts when it comes after the close.
 */
export function sayHowItWent(
  ctx: Context,
  input: { readonly groupId?: string; readonly answer: 'met' | 'not_this_time' },
): Promise<OwnGroup> {
  const member = actingMember(ctx);
  const { id: partnershipId } = ctx.partnership;
  return transaction(ctx, async (tx) => {
    const groupId = input.groupId ?? (await newestGroupOf(tx, member.id));
    const given = { groupId, memberId: member.id };
    const found = await findOwnGroup(tx, given);
    await lockRound(tx.db, partnershipId, found.round.id);
    const own = await findOwnGroup(tx, given);
    const { round, group } = own;
    const { answer } = input;
    const said = { answer, hasTapped: true };
    const place = { roundId: round.id, memberId: member.id };
    await changePlace(tx.db, partnershipId, place, said);
    const places = round.places.map((one) =>
      one.memberId === member.id ? { ...one, ...said } : one,
    );
    const state = stateSaid(places.filter((one) => one.groupId === group.id)) ?? group.state;
    await changeGroup(tx.db, partnershipId, group.id, { state });
    if (round.closedAt) {
      const groups = round.groups.map((one) => (one.id === group.id ? { ...one, state } : one));
      const counts = { ...round.counts, met: countsOf({ ...round, groups, places }).met };
      await countRound(tx.db, partnershipId, round.id, { counts });
    }
    return own;
  });
}

async function newestGroupOf(
  ctx: Pick<Context, 'db' | 'partnership'>,
  memberId: string,
): Promise<string> {
  const rounds = await listRounds(ctx.db, ctx.partnership.id, ROUNDS);
  const [groupId] = rounds.flatMap((round) => groupOf(round, memberId)?.id ?? []);
  if (groupId) return groupId;
  throw new Refusal(
    'not-found',
    'You have not been introduced to anybody lately, so there is nothing to say yet.',
  );
}
