import type { Context } from '../context.ts';
import type { Member } from '../members/member.ts';
import { organizationById } from '../partnerships/partnership.ts';
import { workplacesOf } from '../partnerships/workplaces.ts';
import { localDate, nextTurn } from '../time/calendar.ts';
import { nextRoundOn, ROUND_DAY } from './cadence.ts';
import { type Standing, standingOf } from './checkin.ts';
import { gather } from './gather.ts';
import { type Shares, sharesOf } from './get-shares.ts';
import { groupOf, type HeldGroup, type HeldRound, memberIdsOf, type Place } from './held-round.ts';
import { takesPart } from './participant.ts';
import { firstZone } from './plan-round.ts';
import type { Apart } from './store.ts';
import { todayOf } from './today-of.ts';

/** A group of the reader's. */
export type GroupSeen = {
  readonly round: HeldRound;
  readonly group: HeldGroup;
  readonly place: Place;
  readonly others: readonly Member[];
};

export type CheckinsSeen = {
  readonly standing: Standing;
  /** In the round under way, or of the last one where it was not said yet whether they met. */
  readonly own: GroupSeen | undefined;
  /** They take part in the round under way and have no group. */
  readonly isWaiting: boolean;
  /** How many take part, by today. */
  readonly joined: number;
  readonly isUnderWay: boolean;
  /** The ISO date on which the next round may open. */
  readonly nextOn: string;
  /** The newest first. */
  readonly shares: readonly Shares[];
  readonly aparts: readonly Apart[];
  /** To whom the reader would rather not be introduced. */
  readonly ratherNots: readonly Member[];
  readonly isCoordinator: boolean;
};

/** How check-ins stand for the one who asks; of everybody else, counts alone. */
export async function getStanding(ctx: Context): Promise<CheckinsSeen> {
  const { partnership, member } = ctx;
  const { members, people, checkins, ratherNots, aparts, rounds } = await gather(ctx);
  const today = member ? todayOf(ctx, member) : localDate(ctx.clock.now(), firstZone(ctx));
  const own = checkins.find(({ memberId }) => memberId === member?.id);
  const notIds = ratherNots
    .filter(({ memberId }) => memberId === member?.id)
    .map(({ otherId }) => otherId);
  const open = rounds.find(({ closedAt }) => closedAt === undefined);
  const joined = people.filter((one) => takesPart(one, today)).length;
  const places = workplacesOf(partnership);
  const turn = nextTurn({ weekday: ROUND_DAY, places, after: ctx.clock.now() });
  return {
    standing: standingOf(own, today),
    own: member && ownGroup(rounds, member.id, members),
    isWaiting: member !== undefined && isWaitingIn(open, member.id),
    joined,
    isUnderWay: open !== undefined,
    nextOn: nextRoundOn(rounds[0], joined, localDate(turn, firstZone(ctx))),
    shares: sharesOf(rounds),
    aparts: aparts.filter(
      ({ until, otherId }) => until >= today && organizationById(partnership, otherId),
    ),
    ratherNots: notIds.flatMap((id) => members.get(id) ?? []),
    isCoordinator: member?.coordinator === true,
  };
}

function isWaitingIn(open: HeldRound | undefined, memberId: string): boolean {
  const place = open?.places.find((one) => one.memberId === memberId);
  return place !== undefined && place.groupId === undefined;
}

const ASKED_STILL: ReadonlySet<HeldGroup['state']> = new Set(['introduced', 'planned', 'unknown']);

function ownGroup(
  rounds: readonly HeldRound[],
  memberId: string,
  members: ReadonlyMap<string, Member>,
): GroupSeen | undefined {
  const [round] = rounds;
  const group = groupOf(round, memberId);
  const place = round?.places.find((one) => one.memberId === memberId);
  if (!round || !group || !place) return undefined;
  if (!group.introducedAt || group.state === 'ended') return undefined;
  if (round.closedAt && !ASKED_STILL.has(group.state)) return undefined;
  const ids = memberIdsOf(round, group.id).filter((id) => id !== memberId);
  return { round, group, place, others: ids.flatMap((id) => members.get(id) ?? []) };
}
