import type { PastRound } from './round.ts';

/** A round as it is kept. */
export type HeldRound = {
  readonly id: string;
  readonly number: number;
  /** ISO dates, both included. */
  readonly opensOn: string;
  readonly meetBy: string;
  readonly openedAt: Date;
  /** Undefined while its groups may still meet. */
  readonly closedAt: Date | undefined;
  /** As they were counted at the close; counted anew with each answer that comes later. */
  readonly counts: RoundCounts;
  readonly groups: readonly HeldGroup[];
  readonly places: readonly Place[];
};

export type RoundCounts = {
  /** People who took part. */
  readonly joined: number;
  /** Those of them who were in a group. */
  readonly matched: number;
  /** Groups that were introduced, and how many of them met. */
  readonly grouped: number;
  readonly met: number;
};

export type GroupState =
  | 'introduced'
  | 'planned'
  | 'met'
  | 'not_this_time'
  | 'unknown'
  /** Somebody left it, so that nobody was left to meet. */
  | 'ended';

export type HeldGroup = {
  readonly id: string;
  readonly state: GroupState;
  readonly starterId: string;
  readonly times: readonly Date[];
  readonly plannedAt: Date | undefined;
  /** When they were told of each other. */
  readonly introducedAt: Date | undefined;
  /** Their conversation with the bot; undefined where each was told by themselves. */
  readonly channelId: string | undefined;
};

export type Why = 'numbers' | 'no_shared_hours' | 'left';

export type Place = {
  readonly memberId: string;
  /** Undefined for who waits. */
  readonly groupId: string | undefined;
  readonly why: Why | undefined;
  readonly picks: readonly Date[];
  readonly answer: 'met' | 'not_this_time' | undefined;
  /** They tapped on anything in this round. */
  readonly hasTapped: boolean;
};

/** Minutes of a check-in. */
export const CHECKIN_MINUTES = 25;

/** What the matching has to know of earlier rounds. A group that ended met nobody, and still was one. */
export function pastOf(rounds: readonly HeldRound[]): readonly PastRound[] {
  return rounds.map((round) => ({
    number: round.number,
    groups: round.groups
      .map((group) => ({ memberIds: memberIdsOf(round, group.id), starterId: group.starterId }))
      .filter(({ memberIds }) => memberIds.length > 1),
    waitingIds: round.places
      .filter(({ groupId }) => groupId === undefined)
      .map(({ memberId }) => memberId),
  }));
}

export function memberIdsOf(round: HeldRound, groupId: string): readonly string[] {
  return round.places.filter((one) => one.groupId === groupId).map(({ memberId }) => memberId);
}

export function placeOf(round: HeldRound | undefined, memberId: string): Place | undefined {
  return round?.places.find((one) => one.memberId === memberId);
}

/** The group of a member in a round; undefined where they have none. */
export function groupOf(round: HeldRound | undefined, memberId: string): HeldGroup | undefined {
  const groupId = placeOf(round, memberId)?.groupId;
  return round?.groups.find(({ id }) => id === groupId);
}

/** Who is introduced to this member in the round. */
export function othersOf(round: HeldRound, memberId: string): readonly string[] {
  const groupId = placeOf(round, memberId)?.groupId;
  return groupId ? memberIdsOf(round, groupId).filter((id) => id !== memberId) : [];
}

export function countsOf(round: HeldRound): RoundCounts {
  const groups = round.groups.filter(({ state }) => state !== 'ended');
  return {
    joined: round.places.length,
    matched: round.places.filter(({ groupId }) => groupId !== undefined).length,
    grouped: groups.length,
    met: groups.filter(({ state }) => state === 'met').length,
  };
}

/** Any *met* counts (domain 5.3.8); where nobody says so, whoever says *not this time*. */
export function stateSaid(places: readonly Place[]): 'met' | 'not_this_time' | undefined {
  const answers = places.map(({ answer }) => answer);
  return answers.find((one) => one === 'met') ?? answers.find((one) => one !== undefined);
}

/**
 * The time that two of a group tapped on. Of several, the one on which somebody tapped last: they have
 * changed their minds together.
 */
export function agreedTime(places: readonly Place[], tapped: Date): Date | undefined {
  const suits = places.filter(({ picks }) => picks.some((one) => isSame(one, tapped)));
  return suits.length > 1 ? tapped : undefined;
}

export function isSame(one: Date, other: Date): boolean {
  return one.getTime() === other.getTime();
}

/** Whether two were in a group together before a round: a deeper opener suits them then. */
export function haveMetBefore(
  rounds: readonly HeldRound[],
  before: number,
  memberIds: readonly string[],
): boolean {
  return rounds.some(
    (round) =>
      round.number < before &&
      round.groups.some(({ id }) => {
        const together = memberIdsOf(round, id);
        return memberIds.every((memberId) => together.includes(memberId));
      }),
  );
}

/**
 * Who is paused quietly at the close of a round: they were introduced, tapped on nothing in it and on
 * nothing in the last one before it in which they were introduced, and neither group met (domain 5.3.9).
 */
export function silentIn(closing: HeldRound, earlier: readonly HeldRound[]): readonly string[] {
  const newestFirst = earlier
    .filter(({ number }) => number < closing.number)
    .toSorted((a, b) => b.number - a.number);
  return closing.places
    .filter((place) => isSilent(closing, place))
    .filter(({ memberId }) => {
      const before = newestFirst.find((round) => wasIntroduced(round, memberId));
      const place = placeOf(before, memberId);
      return before !== undefined && place !== undefined && isSilent(before, place);
    })
    .map(({ memberId }) => memberId);
}

function wasIntroduced(round: HeldRound, memberId: string): boolean {
  return groupOf(round, memberId)?.introducedAt !== undefined;
}

function isSilent(round: HeldRound, { memberId, hasTapped }: Place): boolean {
  return wasIntroduced(round, memberId) && !hasTapped && groupOf(round, memberId)?.state !== 'met';
}
