import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import blossom from 'edmonds-blossom';
import { type Gathering, groupPeople } from '../src/checkins/group-people.ts';
import { matchApart } from '../src/checkins/match-apart.ts';
import { matchPairs } from '../src/checkins/matching/match-pairs.ts';
import {
  noPairs,
  type PairWeights,
  setWeight,
  weightOf,
} from '../src/checkins/matching/pair-weights.ts';
import type { Participant } from '../src/checkins/participant.ts';
import { weighProspects } from '../src/checkins/prospects.ts';
import { readHistory } from '../src/checkins/round.ts';
import { readApart } from '../src/checkins/who-may-meet.ts';
import {
  gathering,
  organizationsOf,
  round,
  roundsOf,
  workplace,
} from '../test/support/participants.ts';
import { median, report } from './report.ts';

const SIZES = [
  [4, 3, 3],
  [40, 30, 30],
  [400, 300, 300],
] as const;
/** All share an hour and a half at least, so everybody may meet everybody of the other organizations. */
const ZONES = ['America/Chicago', 'America/New_York', 'Europe/Berlin', 'Europe/London'];
const CLOSED = ['2026-11-26', '2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01'];
/** The first round, in which all are strangers, and one after a season. */
const ROUNDS = [0, 12];
/** It takes most of a minute for 1,000. */
const EDMONDS_BLOSSOM_UP_TO = 100;

/** Weights that take the search longest: of many ways only one is the best, and it is found last. */
const HARD: Readonly<Record<string, (a: number, b: number) => number>> = {
  product: (a, b) => 1 + Math.floor((a * b) / 10_000),
  sum: (a, b) => 1 + Math.floor((a + b) / 20),
};

/** A round of 10, 100 and 1,000 people. A matching that is not proven to be the best ends the bench. */
export async function matching(seconds: number): Promise<void> {
  for (const sizes of SIZES) {
    const people = organizationsOf(...sizes).map(settled);
    const past = roundsOf(people, Math.max(...ROUNDS));
    for (const rounds of ROUNDS) {
      const given = { people, past: past.slice(0, rounds), round: round(rounds + 1) };
      await measure(gathering(given), seconds);
    }
  }
  const people = organizationsOf(...SIZES[2]);
  for (const [name, weigh] of Object.entries(HARD)) {
    const weights = hardWeights(people, weigh);
    const floor = await medianMs(seconds, () => sumOf(weights));
    const value = await medianMs(seconds, () => matchPairs(weights));
    report({ name: `matching.pairs.${people.length} hard by ${name}`, value, unit: 'ms', floor });
  }
}

/** The floor of the pairing reads each weight once; that of the thread starts one that does nothing. */
async function measure(given: Gathering, seconds: number): Promise<void> {
  const { people, past } = given;
  const name = (what: string) => `matching.${what}.${people.length} after ${past.length}`;
  const weights = weightsOf(given);
  const floor = await medianMs(seconds, () => sumOf(weights));
  const inMs = async (what: string, work: () => unknown, least: number) => {
    const value = await medianMs(seconds, work);
    report({ name: name(what), value, unit: 'ms', floor: least });
    return value;
  };
  await inMs('pairs', () => matchPairs(weights), floor);
  if (people.length <= EDMONDS_BLOSSOM_UP_TO) {
    const edges = edgesOf(weights);
    await inMs('edmonds-blossom', () => blossom(edges, true), floor);
  }
  await inMs('groups', () => groupPeople(given), floor);
  const apart = await inMs('apart', () => matchApart(given), await medianMs(seconds, bareThread));
  const idle = await heldMs(() => setTimeout(apart), seconds);
  const held = await heldMs(() => matchApart(given), seconds);
  report({ name: name('held'), value: held, unit: 'ms', floor: idle });
}

/** By turns in four zones, each with a list of closures of their own. */
function settled(one: Participant, n: number): Participant {
  const zone = ZONES[n % ZONES.length] ?? 'UTC';
  return { ...one, workplace: workplace(zone, ['09:00', '17:30'], CLOSED) };
}

function weightsOf({ people, past, keepApart, round: { number, opensOn, days } }: Gathering) {
  const ids = people.map(({ memberId }) => memberId);
  const history = readHistory(past, ids, number);
  return weighProspects({ people, history, isApart: readApart(keepApart, opensOn), days }).weights;
}

function hardWeights(
  people: readonly Participant[],
  weigh: (a: number, b: number) => number,
): PairWeights {
  const weights = noPairs(people.length);
  for (const [a, one] of people.entries()) {
    for (const [b, other] of people.slice(0, a).entries()) {
      if (one.organizationId !== other.organizationId) setWeight(weights, a, b, weigh(a, b));
    }
  }
  return weights;
}

function edgesOf(weights: PairWeights): number[][] {
  const edges: number[][] = [];
  for (let a = 0; a < weights.count; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const weight = weightOf(weights, a, b);
      if (weight > 0) edges.push([a, b, weight]);
    }
  }
  return edges;
}

function sumOf({ weights }: PairWeights): number {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
}

async function bareThread(): Promise<void> {
  const thread = new Worker('', { eval: true, env: {}, execArgv: [] });
  await once(thread, 'exit');
}

/** The longest that the event loop was held up, of several times. */
async function heldMs(work: () => Promise<unknown>, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let n = 0; n < 3 || performance.now() < until; n += 1) await work();
  delay.disable();
  return delay.max / 1e6;
}

async function medianMs(seconds: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1_000;
  for (let n = 0; n < 4 || (performance.now() < until && n < 1_000); n += 1) {
    const startedAt = performance.now();
    await work();
    // The first ones are to warm up.
    if (n > 0) times.push(performance.now() - startedAt);
  }
  return median(times);
}
