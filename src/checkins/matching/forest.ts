/*
 * The state of one search by Edmonds' algorithm (J. Edmonds, 1965), in the form of Galil (ACM Computing
 * Surveys 18, 1986): people and blossoms are nodes, people first. A blossom is an odd cycle of nodes that
 * is treated as one until it is unfolded. All weights and prices are doubled, so that halves stay whole.
 */
import { at, heaviestOf, type PairWeights } from './pair-weights.ts';

export const NOBODY = -1;
/** Further than any edge can be from being tight. */
const FAR = Number.POSITIVE_INFINITY;

/** Labels of the nodes on the surface: how an alternating path from somebody unpaired reaches them. */
export const FREE = 0;
/** By an even number of steps: it could be left out in place of the root. */
export const OUTER = 1;
/** By an odd number of steps. */
export const INNER = 2;

/** From somebody in one node to somebody in the next. */
export type Edge = readonly [from: number, to: number];

/** The nodes of an odd cycle, the one with the base first; edge `n` leads from node `n` to the next. */
export type Cycle = { readonly nodes: readonly number[]; readonly edges: readonly Edge[] };

export type Forest = {
  readonly count: number;
  /** People, and as many blossoms as can be at one time. */
  readonly size: number;
  /** Twice the weight of each pair; 0 where there is none. */
  readonly worth: Float64Array;
  /** By person: the outermost node that they are in. */
  readonly surface: Int32Array;
  /** By person: with whom they are paired. */
  readonly mate: Int32Array;
  /** By node: twice the dual price. */
  readonly price: Float64Array;
  readonly label: Int32Array;
  /** The unpaired one from whom a labelled node was reached. */
  readonly root: Int32Array;
  /** The edge by which an inner node was reached: by whom, and whom in it. */
  readonly reachedFrom: Int32Array;
  readonly reachedAt: Int32Array;
  /** The one in a node whose mate, if any, is outside of it. */
  readonly base: Int32Array;
  /** The blossom directly around a node. */
  readonly around: Int32Array;
  /** By blossom. */
  readonly cycles: (Cycle | undefined)[];
  /** By node: everybody in it. */
  readonly people: (readonly number[])[];
  /** By blossom, and person outside of it: who in it is nearest to them. */
  readonly doors: (Int32Array | undefined)[];
  /** By node: who in other outer nodes is nearest to it, and how far their edge is from being tight. */
  readonly nearest: Int32Array;
  readonly gap: Float64Array;
  readonly unusedBlossoms: number[];
  /** People who became outer and whose edges have not been looked at yet. */
  readonly queue: number[];
};

/** Nobody is paired, and every person costs half of the heaviest pair: no edge is worth more than its ends. */
export function plantForest({ count, weights }: PairWeights): Forest {
  // Blossoms are nested or disjoint, and of three people at least: never more than half as many.
  const blossoms = Math.ceil(count / 2);
  const size = count + blossoms;
  const worth = weights.map((weight) => 2 * weight);
  const themselves = Int32Array.from({ length: count }, (_, person) => person);
  const base = new Int32Array(size);
  base.set(themselves);
  return {
    count,
    size,
    worth,
    surface: themselves,
    mate: new Int32Array(count).fill(NOBODY),
    price: new Float64Array(size).fill(heaviestOf(weights), 0, count),
    label: new Int32Array(size),
    root: new Int32Array(size),
    reachedFrom: new Int32Array(size),
    reachedAt: new Int32Array(size),
    base,
    around: new Int32Array(size).fill(NOBODY),
    cycles: Array.from({ length: size }, () => undefined),
    people: Array.from({ length: size }, (_, node) => (node < count ? [node] : [])),
    doors: Array.from({ length: size }, () => undefined),
    nearest: new Int32Array(size).fill(NOBODY),
    gap: new Float64Array(size).fill(FAR),
    unusedBlossoms: Array.from({ length: blossoms }, (_, n) => size - 1 - n),
    queue: [],
  };
}

/** Every node that is inside of no blossom. */
export function* surfaceNodes(forest: Forest): Generator<number> {
  for (let node = 0; node < forest.size; node += 1) {
    if (isOnSurface(forest, node)) yield node;
  }
}

export function isOnSurface({ count, around, cycles }: Forest, node: number): boolean {
  return at(around, node) === NOBODY && (node < count || cycles[node] !== undefined);
}

/** How far the edge of two people is from being tight. Only for those who may be paired. */
function gapBetween({ count, worth, price }: Forest, a: number, b: number): number {
  return at(price, a) + at(price, b) - at(worth, a * count + b);
}

/** Who in a node is nearest to somebody outside of it. */
export function doorTo(forest: Forest, node: number, person: number): number {
  const door = forest.doors[node];
  return door ? at(door, person) : node;
}

/** The whole node becomes outer, and its people's edges are to be looked at. */
export function makeOuter(forest: Forest, node: number, root: number): void {
  forest.label[node] = OUTER;
  forest.root[node] = root;
  lookLater(forest, node);
}

export function lookLater({ queue, people }: Forest, node: number): void {
  for (const person of people[node] ?? []) queue.push(person);
}

/** Somebody outside reaches a node. */
export function makeInner(forest: Forest, node: number, [from, to]: Edge): void {
  forest.label[node] = INNER;
  forest.root[node] = at(forest.root, at(forest.surface, from));
  forest.reachedFrom[node] = from;
  forest.reachedAt[node] = to;
}

export function forgetNearest({ nearest, gap }: Forest, node: number): void {
  nearest[node] = NOBODY;
  gap[node] = FAR;
}

/** Looks through everybody who is outer for the one nearest to a node that has just come to the surface. */
export function findNearest(forest: Forest, node: number): void {
  const { count, worth, surface, label, nearest, gap } = forest;
  forgetNearest(forest, node);
  for (let person = 0; person < count; person += 1) {
    const other = at(surface, person);
    if (other === node || at(label, other) !== OUTER) continue;
    const door = doorTo(forest, node, person);
    if (door === NOBODY || at(worth, person * count + door) === 0) continue;
    const distance = gapBetween(forest, person, door);
    if (distance >= at(gap, node)) continue;
    nearest[node] = person;
    gap[node] = distance;
  }
}
