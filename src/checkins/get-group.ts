import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { workplaceOfMember } from '../members/workplace.ts';
import { type HeldGroup, type HeldRound, haveMetBefore, memberIdsOf } from './held-round.ts';
import { openerFor } from './opener.ts';
import { findRoundOfGroup, listRounds } from './round-store.ts';

export type GroupTold = {
  readonly round: HeldRound;
  readonly group: HeldGroup;
  /** Those of it who are there. */
  readonly members: readonly Member[];
  readonly timeZones: readonly string[];
  readonly opener: string;
};

const ROUNDS = 26;

/** A group with all that is told of it; undefined where it is over, or nobody is left to be told. */
export async function getGroup(
  ctx: Context,
  input: { readonly groupId: string },
): Promise<GroupTold | undefined> {
  const { db, partnership } = ctx;
  const round = await findRoundOfGroup(db, partnership.id, input.groupId);
  const group = round?.groups.find(({ id }) => id === input.groupId);
  if (!round || !group || group.state === 'ended') return undefined;
  const ids = memberIdsOf(round, group.id);
  const members = (await listMembers(ctx)).filter(({ id }) => ids.includes(id));
  if (members.length < 2) return undefined;
  const earlier = await listRounds(db, partnership.id, ROUNDS);
  const isAgain = haveMetBefore(earlier, round.number, ids);
  return {
    round,
    group,
    members,
    timeZones: members.map((member) => workplaceOfMember(partnership, member).timeZone),
    opener: openerFor(group.id, isAgain),
  };
}
