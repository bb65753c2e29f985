export type Round = {
  readonly id: string;
  /** Rounds of a partnership are numbered from 1. */
  readonly number: number;
  /** ISO date. */
  readonly opensOn: string;
  /** The ISO dates on which its groups may meet, in everybody's own zone, the first one first. */
  readonly days: readonly string[];
  /** When its groups are introduced: no time before it is offered. */
  readonly introducedAt: Date;
};

export type PastRound = {
  readonly number: number;
  readonly groups: readonly PastGroup[];
  /** Who took part and was in no group. */
  readonly waitingIds: readonly string[];
};

/** Of two or three; three were three pairs. */
export type PastGroup = {
  readonly memberIds: readonly string[];
  readonly starterId: string | undefined;
};

/** What earlier rounds say, by the places in a list of people. */
export type History = {
  /** Rounds since these two were last in one group; undefined where they never were. */
  roundsSince(a: number, b: number): number | undefined;
  /** They were in one group in the last round and in the one before it. */
  isThirdRunning(a: number, b: number): boolean;
  /** They were in no group of the last round. */
  waited(person: number): boolean;
  /** The number of the round in which they last started; 0 where they never did. */
  lastStarted(person: number): number;
};

/** For the round with this number. Rounds after it and people who are not in the list are passed over. */
export function readHistory(
  past: readonly PastRound[],
  memberIds: readonly string[],
  number: number,
): History {
  const count = memberIds.length;
  const places = new Map(memberIds.map((id, place) => [id, place]));
  const placesOf = (ids: readonly string[]) =>
    ids.map((id) => places.get(id)).filter((place) => place !== undefined);
  const last = new Int32Array(count * count);
  const running = new Uint8Array(count * count);
  const started = new Int32Array(count);
  for (const round of past.filter((one) => one.number <= number)) {
    for (const { memberIds: together, starterId } of round.groups) {
      for (const [a, b] of pairsOf(placesOf(together))) {
        const pair = a * count + b;
        last[pair] = Math.max(last[pair] ?? 0, round.number);
        running[pair] = (running[pair] ?? 0) | bitOf(number - round.number);
      }
      const [starter] = placesOf(starterId === undefined ? [] : [starterId]);
      if (starter !== undefined) started[starter] = Math.max(started[starter] ?? 0, round.number);
    }
  }
  const before = past.filter((round) => round.number === number - 1);
  const waiting = new Set(placesOf(before.flatMap(({ waitingIds }) => waitingIds)));
  return {
    roundsSince: (a, b) => {
      const round = last[a * count + b] ?? 0;
      return round === 0 ? undefined : number - round;
    },
    isThirdRunning: (a, b) => running[a * count + b] === BOTH,
    waited: (person) => waiting.has(person),
    lastStarted: (person) => started[person] ?? 0,
  };
}

const BOTH = 0b11;

function bitOf(roundsSince: number): number {
  return roundsSince === 1 || roundsSince === 2 ? roundsSince : 0;
}

/** Each both ways round. */
function pairsOf(places: readonly number[]): readonly (readonly [number, number])[] {
  return places.flatMap((a) =>
    places.filter((b) => b !== a).map((b): readonly [number, number] => [a, b]),
  );
}
