import {
  type Cycle,
  doorTo,
  type Edge,
  type Forest,
  FREE,
  findNearest,
  forgetNearest,
  lookLater,
  makeInner,
  makeOuter,
  NOBODY,
  OUTER,
} from './forest.ts';
import { at } from './pair-weights.ts';

/**
 * Two outer nodes of one tree have met: the cycle through them and the node where their paths part
 * becomes one outer node.
 */
export function foldBlossom(forest: Forest, met: Edge, parting: number): void {
  const blossom = forest.unusedBlossoms.pop();
  if (blossom === undefined) throw new Error('more blossoms than can be');
  const cycle = cycleThrough(forest, met, parting);
  const wereInner = cycle.nodes.filter((node) => at(forest.label, node) !== OUTER);
  forest.cycles[blossom] = cycle;
  forest.base[blossom] = at(forest.base, parting);
  forest.price[blossom] = 0;
  forest.label[blossom] = OUTER;
  forest.around[blossom] = NOBODY;
  forest.root[blossom] = at(forest.root, parting);
  for (const node of cycle.nodes) forest.around[node] = blossom;
  const people = cycle.nodes.flatMap((node) => forest.people[node] ?? []);
  forest.people[blossom] = people;
  for (const person of people) forest.surface[person] = blossom;
  for (const node of wereInner) lookLater(forest, node);
  forest.doors[blossom] = doorsOf(forest, cycle);
  findNearest(forest, blossom);
}

function cycleThrough(forest: Forest, [from, to]: Edge, parting: number): Cycle {
  const back = pathUp(forest, at(forest.surface, from), parting);
  const forth = pathUp(forest, at(forest.surface, to), parting);
  return {
    nodes: [parting, ...back.nodes.toReversed(), ...forth.nodes],
    edges: [...back.edges.toReversed().map(reversed), [from, to], ...forth.edges],
  };
}

/** The nodes from an outer one up to another, which is left out, and the edges between them. */
function pathUp(forest: Forest, start: number, end: number): Cycle {
  const nodes: number[] = [];
  const edges: Edge[] = [];
  for (let outer = start; outer !== end; ) {
    const base = at(forest.base, outer);
    const mate = at(forest.mate, base);
    const inner = at(forest.surface, mate);
    const from = at(forest.reachedFrom, inner);
    nodes.push(outer, inner);
    edges.push([base, mate], [at(forest.reachedAt, inner), from]);
    outer = at(forest.surface, from);
  }
  return { nodes, edges };
}

function reversed([from, to]: Edge): Edge {
  return [to, from];
}

/** Inside of a blossom all prices move alike, so who is nearest to whom stays true while it lasts. */
function doorsOf(forest: Forest, { nodes }: Cycle): Int32Array {
  const { count, worth, price } = forest;
  const doors = new Int32Array(count).fill(NOBODY);
  const least = new Float64Array(count);
  for (const node of nodes) {
    for (let person = 0; person < count; person += 1) {
      const door = doorTo(forest, node, person);
      if (door === NOBODY || at(worth, person * count + door) === 0) continue;
      const distance = at(price, door) - at(worth, person * count + door);
      if (at(doors, person) !== NOBODY && at(least, person) <= distance) continue;
      doors[person] = door;
      least[person] = distance;
    }
  }
  return doors;
}

/**
 * An inner blossom whose price has come down to nothing holds nothing together any more. Its nodes on
 * the even way from where it was reached to its base take its place in the tree, the others are free.
 */
export function unfoldBlossom(forest: Forest, blossom: number): void {
  const cycle = forest.cycles[blossom] as Cycle;
  undoBlossom(forest, blossom);
  let reached: Edge = [at(forest.reachedFrom, blossom), at(forest.reachedAt, blossom)];
  const way = evenWay(cycle, cycle.nodes.indexOf(at(forest.surface, reached[1])));
  for (const [step, node] of way.nodes.entries()) {
    if (step % 2 === 1) makeOuter(forest, node, at(forest.root, blossom));
    else makeInner(forest, node, reached);
    reached = way.edges[step] ?? reached;
  }
  for (const node of cycle.nodes) {
    if (at(forest.label, node) === FREE || at(forest.label, node) === OUTER)
      findNearest(forest, node);
  }
}

/** What was in it comes to the surface, free. */
export function undoBlossom(forest: Forest, blossom: number): void {
  for (const node of forest.cycles[blossom]?.nodes ?? []) {
    forest.around[node] = NOBODY;
    forest.label[node] = FREE;
    forgetNearest(forest, node);
    for (const person of forest.people[node] ?? []) forest.surface[person] = node;
  }
  forest.cycles[blossom] = undefined;
  forest.doors[blossom] = undefined;
  forest.unusedBlossoms.push(blossom);
}

/** From node `index` to the first, both included, round the side that has an even number of edges. */
function evenWay({ nodes, edges }: Cycle, index: number): Cycle {
  if (index % 2 === 1) {
    return { nodes: [...nodes.slice(index), ...nodes.slice(0, 1)], edges: edges.slice(index) };
  }
  return {
    nodes: nodes.slice(0, index + 1).toReversed(),
    edges: edges.slice(0, index).toReversed().map(reversed),
  };
}

/** Pairs a node's people anew among themselves, so that this one of them is left for somebody outside. */
export function turnBase(forest: Forest, node: number, person: number): void {
  const cycle = forest.cycles[node];
  if (!cycle || at(forest.base, node) === person) return;
  const index = cycle.nodes.indexOf(nodeAround(forest, person, node));
  const nodes = [...cycle.nodes.slice(index), ...cycle.nodes.slice(0, index)];
  const edges = [...cycle.edges.slice(index), ...cycle.edges.slice(0, index)];
  turnBase(forest, nodes[0] as number, person);
  for (const [n, [from, to]] of edges.entries()) {
    if (n % 2 === 0) continue;
    turnBase(forest, nodes[n] as number, from);
    turnBase(forest, nodes[n + 1] as number, to);
    forest.mate[from] = to;
    forest.mate[to] = from;
  }
  forest.cycles[node] = { nodes, edges };
  forest.base[node] = person;
}

/** The node directly inside of a blossom in which somebody is. */
function nodeAround({ around }: Forest, person: number, blossom: number): number {
  let node = person;
  while (at(around, node) !== blossom) node = at(around, node);
  return node;
}
