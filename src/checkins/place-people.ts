import type { Pair } from './matching/match-pairs.ts';
import { pairPeople } from './pair-people.ts';
import { type Placed, placeInTrios } from './place-in-trios.ts';
import type { Prospects } from './prospects.ts';

const MOST_TRIES = 4;

/**
 * Everybody in a pair or a group of three, as far as that goes. The heaviest pairs may leave out the one
 * person who fits into no group of three, although somebody else would: then it is tried again with
 * whoever was alone paired first, and what leaves the fewest alone is taken.
 */
export function placePeople(prospects: Prospects): readonly Placed[] {
  const first = new Set<number>();
  let best = placeWith(prospects, first);
  let last = best;
  for (let tries = 1; tries < MOST_TRIES && mayBeFewer(prospects, last); tries += 1) {
    for (const person of last.alone) first.add(person);
    last = placeWith(prospects, first);
    if (last.alone.length < best.alone.length) best = last;
  }
  return best.placed;
}

type Placing = {
  readonly placed: readonly Placed[];
  readonly alone: readonly number[];
};

function placeWith(prospects: Prospects, first: ReadonlySet<number>): Placing {
  const count = prospects.people.length;
  const pairs: readonly Pair[] = pairPeople(prospects, first);
  const placed = placeInTrios(prospects, pairs, placesWithout(count, pairs));
  return { placed, alone: placesWithout(count, placed) };
}

/** Some pair has room for a third, and somebody who may meet anybody at all is alone. */
function mayBeFewer({ choices }: Prospects, { placed, alone }: Placing): boolean {
  const hasRoom = placed.some((places) => places.length === 2);
  return hasRoom && alone.some((person) => choices(person) > 0);
}

/** Those of so many people who are in none of the groups. */
export function placesWithout(count: number, placed: readonly Placed[]): readonly number[] {
  const taken = new Set(placed.flat());
  return Array.from({ length: count }, (_, place) => place).filter((place) => !taken.has(place));
}
