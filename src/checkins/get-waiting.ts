import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { getStanding } from './get-standing.ts';
import { placeOf, type Why } from './held-round.ts';
import { findRound } from './round-store.ts';

export type WaitingTold = {
  readonly member: Member;
  readonly why: Why;
  readonly nextOn: string;
};

/** Somebody who waits in a round, with what they are told; undefined where they do not, or not any more. */
export async function getWaiting(
  ctx: Context,
  input: { readonly roundId: string; readonly memberId: string },
): Promise<WaitingTold | undefined> {
  const { roundId, memberId } = input;
  const round = await findRound(ctx.db, ctx.partnership.id, roundId);
  const place = placeOf(round, memberId);
  const member = (await listMembers(ctx)).find(({ id }) => id === memberId);
  if (!member || !place?.why || place.groupId || round?.closedAt) return undefined;
  const { nextOn } = await getStanding({ ...ctx, member });
  return { member, why: place.why, nextOn };
}
