import { foldBlossom, turnBase, undoBlossom, unfoldBlossom } from './blossoms.ts';
import {
  doorTo,
  type Edge,
  type Forest,
  FREE,
  forgetNearest,
  INNER,
  isOnSurface,
  makeInner,
  makeOuter,
  NOBODY,
  OUTER,
  plantForest,
  surfaceNodes,
} from './forest.ts';
import { at, type PairWeights, putFirst } from './pair-weights.ts';
import { type Prices, proveOptimum } from './proof.ts';

export type Pair = readonly [number, number];

/**
 * The pairs with the greatest total weight among those that leave the fewest people unpaired, proven by
 * prices on all pairs; the smaller number first, in its order. The same weights give the same pairs.
 */
export function matchPairs(given: PairWeights): readonly Pair[] {
  const lifted = putFirst(given, () => 1);
  const forest = plantForest(lifted);
  while (pairTwoMore(forest));
  const pairs = pairsOf(forest);
  proveOptimum(lifted, pairs, pricesOf(forest));
  return pairs;
}

function pairsOf({ mate }: Forest): readonly Pair[] {
  return [...mate].flatMap((other, person): readonly Pair[] =>
    other > person ? [[person, other]] : [],
  );
}

function pricesOf(forest: Forest): Prices {
  const { count, size, price, cycles, people } = forest;
  const groups: { readonly members: readonly number[]; readonly price: number }[] = [];
  for (let blossom = count; blossom < size; blossom += 1) {
    const isPriced = cycles[blossom] !== undefined && at(price, blossom) > 0;
    if (isPriced) groups.push({ members: people[blossom] ?? [], price: at(price, blossom) });
  }
  return { people: price.slice(0, count), groups };
}

/** Pairs two more, or answers false: nobody is left, or nobody who is left can be paired. */
function pairTwoMore(forest: Forest): boolean {
  const root = forest.mate.indexOf(NOBODY);
  if (root === NOBODY) return false;
  beginStage(forest);
  // Whoever is unpaired has the same price, the least of all; at nothing, the pairs are the heaviest.
  while (at(forest.price, root) > 0) {
    if (lookAtQueue(forest)) return true;
    movePrices(forest, at(forest.price, root));
    if (lookAtTight(forest)) return true;
  }
  return false;
}

/** Blossoms that cost nothing hold nothing together, and only make the search slower. */
function beginStage(forest: Forest): void {
  const { count, size, price, label, mate, surface } = forest;
  for (let blossom = size - 1; blossom >= count; blossom -= 1) {
    if (isOnSurface(forest, blossom) && at(price, blossom) === 0) undoBlossom(forest, blossom);
  }
  forest.queue.length = 0;
  label.fill(FREE);
  for (let node = 0; node < size; node += 1) forgetNearest(forest, node);
  for (let person = 0; person < count; person += 1) {
    if (at(mate, person) === NOBODY) makeOuter(forest, at(surface, person), person);
  }
}

/** Grows the trees along tight edges; true as soon as two more are paired. */
function lookAtQueue(forest: Forest): boolean {
  for (let person = forest.queue.pop(); person !== undefined; person = forest.queue.pop()) {
    if (lookAt(forest, person)) return true;
  }
  return false;
}

/** Nearly all of the time goes here: once for each person in a stage, over everybody else. */
function lookAt(forest: Forest, person: number): boolean {
  const { count, worth, surface, price, label, root, nearest, gap } = forest;
  const row = person * count;
  const own = at(price, person);
  const ownNode = at(surface, person);
  const ownRoot = at(root, ownNode);
  for (let other = 0; other < count; other += 1) {
    const worthOfPair = at(worth, row + other);
    if (worthOfPair === 0) continue;
    const node = at(surface, other);
    const distance = own + at(price, other) - worthOfPair;
    if (distance >= at(gap, node) || at(label, node) === INNER || node === ownNode) continue;
    // A cycle can wait for as long as trees grow and meet: few of them ever have to be folded.
    const isCycle = at(label, node) === OUTER && at(root, node) === ownRoot;
    if (distance > 0 || isCycle) {
      nearest[node] = person;
      gap[node] = distance;
    } else if (meet(forest, [person, other])) return true;
  }
  return false;
}

/**
 * As far as the next event allows: an edge becomes tight, an inner blossom costs nothing any more, or
 * the unpaired do. Everything stays feasible, and tight edges inside of trees stay tight.
 */
function movePrices(forest: Forest, most: number): void {
  const { count, surface, price, label, nearest, gap } = forest;
  const nodes = [...surfaceNodes(forest)];
  const room = nodes.reduce((least, node) => Math.min(least, roomAt(forest, node)), most);
  for (let person = 0; person < count; person += 1) {
    const way = at(label, at(surface, person));
    if (way === OUTER) price[person] = at(price, person) - room;
    if (way === INNER) price[person] = at(price, person) + room;
  }
  for (const node of nodes) {
    const way = at(label, node);
    if (node >= count && way === OUTER) price[node] = at(price, node) + 2 * room;
    if (node >= count && way === INNER) price[node] = at(price, node) - 2 * room;
    if (at(nearest, node) === NOBODY) continue;
    if (way === FREE) gap[node] = at(gap, node) - room;
    if (way === OUTER) gap[node] = at(gap, node) - 2 * room;
  }
}

/** Two outer nodes come towards each other, hence half; what an inner one lacks counts only for blossoms. */
function roomAt({ count, label, gap, price }: Forest, node: number): number {
  if (at(label, node) === FREE) return at(gap, node);
  if (at(label, node) === OUTER) return at(gap, node) / 2;
  return node < count ? Number.POSITIVE_INFINITY : at(price, node) / 2;
}

/** What the last move has made possible; true as soon as two more are paired. */
function lookAtTight(forest: Forest): boolean {
  const { count, price, label, nearest, gap } = forest;
  for (const node of surfaceNodes(forest)) {
    if (at(label, node) === INNER) {
      if (node >= count && at(price, node) === 0) unfoldBlossom(forest, node);
      continue;
    }
    if (at(gap, node) !== 0) continue;
    const from = at(nearest, node);
    if (meet(forest, [from, doorTo(forest, node, from)])) return true;
  }
  return false;
}

/** A tight edge leads from an outer node to one that is not inner; true if it pairs two more. */
function meet(forest: Forest, [from, to]: Edge): boolean {
  const node = at(forest.surface, to);
  if (at(forest.label, node) === FREE) {
    makeInner(forest, node, [from, to]);
    const partner = at(forest.mate, at(forest.base, node));
    makeOuter(forest, at(forest.surface, partner), at(forest.root, node));
    return false;
  }
  if (at(forest.root, node) === at(forest.root, at(forest.surface, from))) {
    foldBlossom(forest, [from, to], partingOf(forest, at(forest.surface, from), node));
    return false;
  }
  pairUpTo(forest, [from, to]);
  pairUpTo(forest, [to, from]);
  return true;
}

/** The first node that is above two of the same tree. */
function partingOf(forest: Forest, a: number, b: number): number {
  const above = new Set<number>();
  for (let node = a; node !== NOBODY; node = outerAbove(forest, node)) above.add(node);
  let node = b;
  while (!above.has(node)) node = outerAbove(forest, node);
  return node;
}

function outerAbove({ mate, base, surface, reachedFrom }: Forest, outer: number): number {
  const partner = at(mate, at(base, outer));
  return partner === NOBODY ? NOBODY : at(surface, at(reachedFrom, at(surface, partner)));
}

/** Pairs the first with the second, and everybody on the way from the first to the root anew. */
function pairUpTo(forest: Forest, [first, second]: Edge): void {
  const { surface, base, mate, reachedFrom, reachedAt } = forest;
  let [from, to] = [first, second];
  for (;;) {
    const outer = at(surface, from);
    const partner = at(mate, at(base, outer));
    turnBase(forest, outer, from);
    mate[from] = to;
    if (partner === NOBODY) return;
    const inner = at(surface, partner);
    [from, to] = [at(reachedFrom, inner), at(reachedAt, inner)];
    turnBase(forest, inner, to);
    mate[to] = from;
  }
}
