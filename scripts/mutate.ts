// Puts small faults into rules and use cases, one at a time, and sees whether a test notices.
// `npm run mutate -- --count 40 --seed 1`, `--only checkins/pause` for the files of a path, `--floor 0.85` to fail below.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { floorOf } from '../test/support/floors.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { nearestTests } from './nearest-tests.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '40' },
    only: { type: 'string', default: '' },
    floor: { type: 'string', default: '0' },
    /** Only rules, whose tests are over in seconds. */
    rules: { type: 'boolean', default: false },
  },
});

const ROOT = new URL('../', import.meta.url).pathname;
/** What takes longer has no end. */
const SECONDS = values.rules ? 60 : 150;
/** So many files of tests are asked first: mostly one of them notices. */
const NEAREST = 12;

/** The walks that try what the unit tests of a capability do not; each has at least those of its own name. */
const WALKS: Readonly<Record<string, readonly string[]>> = {
  agreements: ['agreeing', 'glossary', 'milestones', 'endings'],
  channels: ['losses', 'reach'],
  checkins: ['waits'],
  glossary: ['agreeing', 'compared-meanings', 'own-words', 'sharing'],
  members: ['partnership', 'departures', 'gate'],
  milestones: ['agreeing', 'milestone-dates', 'milestone-forms', 'planning', 'timeline'],
  partnerships: ['partnership', 'endings'],
  postings: ['deeds', 'delivery', 'sharing'],
  timelines: ['milestone-dates', 'planning'],
};

type Found = { readonly path: string; readonly isRule: boolean; readonly mutant: Mutant };

function allMutants(): readonly Found[] {
  const src = join(ROOT, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('database/generated'))
    .filter((path) => path.startsWith(values.only))
    .flatMap((path) => {
      const text = readFileSync(join(src, path), 'utf8');
      const floor = floorOf({ path, text });
      if (floor !== 'rules' && (floor !== 'use case' || values.rules)) return [];
      const isRule = floor === 'rules';
      return mutantsOf(path, text).map((mutant) => ({ path, isRule, mutant }));
    });
}

/** The same for the same seed, however the files around them change. */
function drawn(all: readonly Found[]): readonly Found[] {
  const lot = ({ mutant }: Found) =>
    createHash('sha256').update(`${values.seed} ${mutant.id}`).digest('hex');
  return all
    .map((one) => ({ one, lot: lot(one) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, Number(values.count))
    .map(({ one }) => one);
}

/** A tree of its own for each of two at once, so that nothing of it is left in this one. */
function treeOfItsOwn(): string {
  const tree = mkdtempSync(join(tmpdir(), 'mutate-'));
  process.once('exit', () => rmSync(tree, { recursive: true, force: true }));
  for (const name of ['src', 'test', 'sandbox', 'scripts', 'bench', 'prisma', 'docs', '.ci'])
    cpSync(join(ROOT, name), join(tree, name), { recursive: true });
  for (const name of readdirSync(ROOT, { withFileTypes: true }))
    if (name.isFile()) cpSync(join(ROOT, name.name), join(tree, name.name));
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

/** What takes for ever is noticed too; it ends with all that it began. */
async function isKilled(tree: string, args: readonly string[]): Promise<boolean> {
  const all = ['run', '--passWithNoTests', '--maxWorkers', '1', '--bail', '1', '--reporter', 'dot'];
  const program = spawn('npx', ['vitest', ...all, ...args], {
    cwd: tree,
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(program, 'exit') as Promise<[number | null]>;
  const limit = setTimeout(() => process.kill(-(program.pid ?? 0), 'SIGKILL'), SECONDS * 1_000);
  const [status] = await ended;
  clearTimeout(limit);
  return status !== 0;
}

async function isNoticed(tree: string, { path, isRule }: Found): Promise<boolean> {
  const tests = testsOf(`src/${path}`);
  for (const some of [tests.slice(0, NEAREST), tests.slice(NEAREST)]) {
    // An empty list would run everything.
    if (some.length > 0 && (await isKilled(tree, some))) return true;
  }
  if (isRule && values.rules) return false;
  const [capability = ''] = path.split('/');
  const walks = [capability, ...(WALKS[capability] ?? [])].map(
    (one) => `test/walks/${one}.test.ts`,
  );
  return isKilled(tree, [...walks, 'test/strangers/deeds.test.ts']);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const testsOf = nearestTests(ROOT);
const all = allMutants();
const sample = drawn(all);
console.log(`${sample.length} of ${all.length} small faults, seed ${values.seed}`);
let killed = 0;
const left = [...sample];
await Promise.all([treeOfItsOwn(), treeOfItsOwn()].map(tryAll));
const share = sample.length === 0 ? 1 : killed / sample.length;
console.log(`${killed} of ${sample.length} were noticed: ${Math.round(share * 100)}%`);
process.exit(share < Number(values.floor) ? 1 : 0);

async function tryAll(tree: string): Promise<void> {
  for (let found = left.shift(); found; found = left.shift()) {
    const { path, mutant } = found;
    const file = join(tree, 'src', path);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, mutant.start) + mutant.by + text.slice(mutant.end));
    const isSeen = await isNoticed(tree, found);
    writeFileSync(file, text);
    if (isSeen) killed += 1;
    else {
      const line = text.slice(0, mutant.start).split('\n').length;
      const was = text.slice(mutant.start, mutant.end).replaceAll(/\s+/g, ' ').slice(0, 80);
      console.log(
        `noticed by nobody: src/${path}:${line} ${mutant.what}: ${was} → ${mutant.by.slice(0, 60)}`,
      );
    }
  }
}
