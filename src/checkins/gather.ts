import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { workplaceOfMember } from '../members/workplace.ts';
import { organizationById, presentOrganizations } from '../partnerships/partnership.ts';
import { membershipOf } from './checkin.ts';
import type { HeldRound } from './held-round.ts';
import type { Participant } from './participant.ts';
import { listRounds } from './round-store.ts';
import { listAparts, listCheckins, listRatherNots } from './store.ts';
import type { KeepApart } from './who-may-meet.ts';

/** A year of rounds every two weeks. */
const ROUNDS = 26;

export type Gathered = {
  /** Whoever may take part at all: observers and who left do not. */
  readonly members: ReadonlyMap<string, Member>;
  readonly people: readonly Participant[];
  readonly keepApart: readonly KeepApart[];
  /** The newest first. */
  readonly rounds: readonly HeldRound[];
};

/** Who takes part, who is kept apart, and what earlier rounds were, as it stands now. */
export async function gather(ctx: Context): Promise<Gathered> {
  const { db, partnership } = ctx;
  const present = new Set(presentOrganizations(partnership).map(({ id }) => id));
  const [everybody, checkins, ratherNots, aparts, rounds] = await Promise.all([
    listMembers(ctx),
    listCheckins(db, partnership.id),
    listRatherNots(db, partnership.id),
    listAparts(db, partnership.id),
    listRounds(db, partnership.id, ROUNDS),
  ]);
  const taking = everybody.filter((one) => !one.observer && present.has(one.organizationId));
  const members = new Map(taking.map((member) => [member.id, member]));
  const people = checkins.flatMap((checkin): readonly Participant[] => {
    const member = members.get(checkin.memberId);
    if (!member) return [];
    return [
      {
        memberId: member.id,
        organizationId: member.organizationId,
        sector: organizationById(partnership, member.organizationId)?.sector,
        membership: membershipOf(checkin),
        workplace: workplaceOfMember(partnership, member),
      },
    ];
  });
  const keepApart: readonly KeepApart[] = [
    ...ratherNots.map(({ memberId, otherId }) => ({
      kind: 'people' as const,
      a: memberId,
      b: otherId,
      until: undefined,
    })),
    ...aparts.map(({ organizationId, otherId, until }) => ({
      kind: 'organizations' as const,
      a: organizationId,
      b: otherId,
      until,
    })),
  ];
  return { members, people, keepApart, rounds };
}
