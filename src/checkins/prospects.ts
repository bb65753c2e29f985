import { noPairs, type PairWeights, setWeight } from './matching/pair-weights.ts';
import {
  isEnough,
  type Overlap,
  overlapOf,
  type Stretch,
  sharedTime,
  workingTime,
} from './overlap.ts';
import type { Participant, Workplace } from './participant.ts';
import type { History } from './round.ts';
import { weightOfPair } from './weight.ts';

/** Everything that is asked of people, by their places in one list. */
export type Prospects = {
  readonly people: readonly Participant[];
  /** When each works. */
  readonly time: readonly (readonly Stretch[])[];
  readonly history: History;
  isApart(a: number, b: number): boolean;
  overlap(a: number, b: number): Overlap;
  /** What each pair that may meet is worth; 0 for the others. */
  readonly weights: PairWeights;
  /** How many somebody may meet. */
  choices(person: number): number;
};

/** Different organizations, not kept apart, and enough working time in common (domain 5.3.1). */
export function weighProspects(given: {
  readonly people: readonly Participant[];
  readonly history: History;
  readonly isApart: (one: Participant, other: Participant) => boolean;
  readonly days: readonly string[];
}): Prospects {
  const { people, history, days } = given;
  const { time, overlap } = readTime(people, days);
  const isApart = (a: number, b: number) =>
    given.isApart(people[a] as Participant, people[b] as Participant);
  const weights = noPairs(people.length);
  const choices = people.map(() => 0);
  for (const [a, one] of people.entries()) {
    for (let b = 0; b < a; b += 1) {
      const other = people[b] as Participant;
      if (one.organizationId === other.organizationId || isApart(a, b)) continue;
      const shared = overlap(a, b);
      if (!isEnough(shared)) continue;
      const weight = weightOfPair({
        roundsSince: history.roundsSince(a, b),
        overlapMinutes: shared.minutes,
        sectors: [one.sector, other.sector],
        waited: history.waited(a) || history.waited(b),
      });
      setWeight(weights, a, b, weight);
      for (const person of [a, b]) choices[person] = (choices[person] ?? 0) + 1;
    }
  }
  return {
    people,
    time,
    history,
    isApart,
    overlap,
    weights,
    choices: (person) => choices[person] ?? 0,
  };
}

/** People of one zone, week and day are many, and what two of them share is found out once. */
function readTime(
  people: readonly Participant[],
  days: readonly string[],
): Pick<Prospects, 'time' | 'overlap'> {
  const times = new Map<string, readonly Stretch[]>();
  const kinds = people.map(({ workplace }) => {
    const key = keyOf(workplace);
    if (!times.has(key)) times.set(key, workingTime(workplace, days));
    return key;
  });
  const time = kinds.map((key) => times.get(key) ?? []);
  const keys = new Map([...times.keys()].map((key, place) => [key, place]));
  const places = kinds.map((key) => keys.get(key) ?? 0);
  const known: (Overlap | undefined)[] = [];
  return {
    time,
    overlap(a, b) {
      const pair = (places[a] ?? 0) * keys.size + (places[b] ?? 0);
      const overlap = known[pair] ?? overlapOf(sharedTime(time[a] ?? [], time[b] ?? []));
      known[pair] = overlap;
      return overlap;
    },
  };
}

function keyOf({ timeZone, calendar, workingHours }: Workplace): string {
  const { workingWeek, closures } = calendar;
  return JSON.stringify([timeZone, workingHours.from, workingHours.to, workingWeek, [...closures]]);
}
