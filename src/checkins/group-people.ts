import { drawLots } from './draw-lots.ts';
import { weightOf } from './matching/pair-weights.ts';
import { meetingTimes } from './meeting-times.ts';
import { isEnough, sharedTime } from './overlap.ts';
import { type Participant, takesPart } from './participant.ts';
import type { Placed } from './place-in-trios.ts';
import { placePeople, placesWithout } from './place-people.ts';
import { type Prospects, weighProspects } from './prospects.ts';
import { type History, type PastRound, type Round, readHistory } from './round.ts';
import { type KeepApart, readApart } from './who-may-meet.ts';

/** Plain data, so that it can be handed to another thread. */
export type Gathering = {
  readonly people: readonly Participant[];
  readonly past: readonly PastRound[];
  readonly keepApart: readonly KeepApart[];
  readonly round: Round;
};

export type Grouping = {
  readonly groups: readonly Group[];
  readonly waiting: readonly Waiting[];
  /** Of all pairs that may meet, in groups of three as well. */
  readonly totalWeight: number;
};

export type Group = {
  /** Two, or three of at least two organizations. */
  readonly memberIds: readonly string[];
  readonly starterId: string;
  /** Up to three moments at which all of them could meet for 25 minutes. */
  readonly times: readonly Date[];
};

export type Waiting = {
  readonly memberId: string;
  /**
   * Either they share too few hours with everybody of the other organizations, or the numbers did not
   * work out. That people are kept apart is never the reason that is said.
   */
  readonly why: 'no-shared-hours' | 'numbers';
};

/**
 * The groups of a round (domain 5.3). The same people, history and round id give the same groups, in
 * whatever order the people come.
 */
export function groupPeople({ people, past, keepApart, round }: Gathering): Grouping {
  const taking = people.filter((one) => takesPart(one, round.opensOn));
  const drawn = drawLots(taking, round.id);
  const memberIds = drawn.map(({ memberId }) => memberId);
  const prospects = weighProspects({
    people: drawn,
    history: readHistory(past, memberIds, round.number),
    isApart: readApart(keepApart, round.opensOn),
    days: round.days,
  });
  const placed = placePeople(prospects);
  return {
    groups: placed.map((places) => groupOf(prospects, places, round.introducedAt)),
    waiting: placesWithout(drawn.length, placed).map((place) => ({
      memberId: memberIds[place] ?? '',
      why: whyWaiting(prospects, place),
    })),
    totalWeight: placed.reduce((sum, places) => sum + weightTogether(prospects, places), 0),
  };
}

function groupOf({ people, time, history }: Prospects, places: Placed, after: Date): Group {
  const [first = [], ...others] = places.map((place) => time[place] ?? []);
  const ids = places.map((place) => people[place]?.memberId ?? '');
  return {
    memberIds: ids,
    starterId: ids[places.indexOf(starterOf(history, places))] ?? '',
    times: meetingTimes(others.reduce(sharedTime, first), after),
  };
}

/** Who has not started for longest; of several, the one whom the lots put first. */
function starterOf(history: History, places: Placed): number {
  return places.reduce((starter, place) => {
    const later = history.lastStarted(place) - history.lastStarted(starter) || place - starter;
    return later < 0 ? place : starter;
  });
}

function whyWaiting({ people, overlap }: Prospects, place: number): Waiting['why'] {
  const others = people.flatMap(({ organizationId }, other) =>
    organizationId === people[place]?.organizationId ? [] : [other],
  );
  const isHopeless = others.every((other) => !isEnough(overlap(place, other)));
  return others.length > 0 && isHopeless ? 'no-shared-hours' : 'numbers';
}

function weightTogether({ weights }: Prospects, places: Placed): number {
  return places.reduce(
    (sum, a, n) => sum + places.slice(0, n).reduce((part, b) => part + weightOf(weights, a, b), 0),
    0,
  );
}
