import { type Context, readOnce } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import type { Member } from '../members/member.ts';
import { workplaceOfMember } from '../members/workplace.ts';
import { organizationById, presentOrganizations } from '../partnerships/partnership.ts';
import { type Checkin, membershipOf } from './checkin.ts';
import type { HeldRound } from './held-round.ts';
import type { Participant } from './participant.ts';
import { listRounds } from './round-store.ts';
import { type Apart, listAparts, listCheckins, listRatherNots, type RatherNot } from './store.ts';
import type { KeepApart } from './who-may-meet.ts';

/** A year of rounds every two weeks. */
const ROUNDS = 26;

export type People = {
  /** Whoever may take part at all: observers and who left do not. */
  readonly members: ReadonlyMap<string, Member>;
  readonly people: readonly Participant[];
  readonly checkins: readonly Checkin[];
  /** The newest first. */
  readonly rounds: readonly HeldRound[];
};

export type Gathered = People & {
  /** Nobody but its author may be shown any of it. */
  readonly ratherNots: readonly RatherNot[];
  readonly aparts: readonly Apart[];
  readonly keepApart: readonly KeepApart[];
};

/** Who takes part, and what earlier rounds were, as it stands now. */
export async function gatherPeople(ctx: Context): Promise<People> {
  const { db, partnership } = ctx;
  const present = new Set(presentOrganizations(partnership).map(({ id }) => id));
  const [everybody, checkins, rounds] = await Promise.all([
    listMembers(ctx),
    readOnce(ctx, 'checkins', () => listCheckins(db, partnership.id)),
    readOnce(ctx, 'rounds', () => listRounds(db, partnership.id, ROUNDS)),
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
  return { members, people, checkins, rounds };
}

/** The same, with who is kept apart. */
export async function gather(ctx: Context): Promise<Gathered> {
  const { db, partnership } = ctx;
  const [people, ratherNots, aparts] = await Promise.all([
    gatherPeople(ctx),
    readOnce(ctx, 'rather nots', () => listRatherNots(db, partnership.id)),
    readOnce(ctx, 'aparts', () => listAparts(db, partnership.id)),
  ]);
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
  return { ...people, ratherNots, aparts, keepApart };
}
