import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { type HeldGroup, type HeldRound, type Place, placeOf } from './held-round.ts';
import { findRoundOfGroup } from './round-store.ts';

export type OwnGroup = {
  readonly round: HeldRound;
  readonly group: HeldGroup;
  readonly place: Place;
};

/** A group of which the member is; refuses those of others as if there were none. */
export async function findOwnGroup(
  ctx: Pick<Context, 'db' | 'partnership'>,
  input: { readonly groupId: string; readonly memberId: string },
): Promise<OwnGroup> {
  const { groupId, memberId } = input;
  const round = await findRoundOfGroup(ctx.db, ctx.partnership.id, groupId);
  const group = round?.groups.find(({ id }) => id === groupId);
  const place = placeOf(round, memberId);
  if (!round || !group || place?.groupId !== groupId) {
    throw new Refusal('too-late', 'That introduction is over, or it was not yours.');
  }
  return { round, group, place };
}
