import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Floor, floorOf, SHARED_FOLDERS, type SourceFile } from './support/floors.ts';

/*
 * The floors and doors of the house as tables, checked on the text of the import lines. It is a guard,
 * not a proof: it reads single-quoted imports, which Biome's format guarantees.
 */

/** Asked by everybody, and asks nobody. */
const GROUND = 'time';

/** Which capability may ask which, by an import, by the name of a job or of a fact; none asks itself by way of others. */
const MAY_ASK: Readonly<Record<string, readonly string[]>> = {
  partnerships: ['members'],
  members: ['partnerships'],
  channels: ['partnerships', 'postings'],
  postings: [],
  agreements: ['partnerships', 'members'],
  glossary: ['partnerships', 'members', 'agreements', 'postings'],
  digest: ['partnerships', 'members', 'postings'],
  calendars: ['partnerships', 'members', 'milestones', 'meetings', 'postings'],
  meetings: ['partnerships', 'members'],
  notices: ['partnerships', 'members', 'postings'],
  timelines: ['partnerships', 'members'],
  milestones: [
    'partnerships',
    'members',
    'agreements',
    'postings',
    'meetings',
    'notices',
    'timelines',
  ],
  reach: ['partnerships', 'members', 'channels', 'postings'],
  hours: ['partnerships', 'members', 'agreements', 'milestones', 'notices'],
  exchange: ['partnerships', 'members', 'agreements', 'postings', 'glossary'],
  reading: ['partnerships', 'members', 'postings'],
  explaining: ['partnerships', 'members', 'glossary', 'reading'],
  spotting: ['partnerships', 'members', 'glossary', 'explaining'],
  upkeep: ['partnerships', 'members', 'agreements', 'glossary', 'postings', 'spotting'],
  noticeboard: ['partnerships', 'members', 'glossary', 'postings'],
  checkins: ['partnerships', 'members', 'postings', 'notices'],
};

/** Whose facts begin with this word. */
const FACTS_OF: Readonly<Record<string, string>> = {
  channel: 'channels',
  member: 'members',
  readers: 'members',
  organization: 'partnerships',
  calendar: 'partnerships',
  term: 'glossary',
  terms: 'glossary',
};

/** Packages that act on the world, and the only places that may open them. */
const DOORS: readonly { readonly package: RegExp; readonly open: RegExp }[] = [
  {
    package: /^@slack\/bolt$/,
    open: /^(app\.ts|open-doors\.ts|slack\/|[a-z]+\/slack\/([a-z]+-)?listeners\.ts)/,
  },
  { package: /^(@prisma\/|@electric-sql\/|pglite-prisma|pg$)/, open: /^database\// },
  { package: /^pg-boss$/, open: /^(schedule\/|database\/)/ },
  { package: /^node-cron$/, open: /^schedule\// },
  { package: /^date-holidays$/, open: /^hours\/open-holidays\.ts$/ },
  { package: /^dotenv$/, open: /^main\.ts$/ },
  { package: /^node:(child_process|cluster)$/, open: /^exchange\/read-apart\.ts$/ },
  {
    package: /^node:worker_threads$/,
    open: /^checkins\/(match-apart|matching-thread)\.ts$/,
  },
  { package: /^(vega|@resvg\/|@expo-google-fonts\/|dejavu-)/, open: /^charts\// },
];

const MAY_IMPORT: Readonly<Record<Exclude<Floor, 'main'>, readonly Floor[]>> = {
  rules: ['rules'],
  store: ['rules', 'shared'],
  'use case': ['rules', 'store', 'use case', 'shared'],
  view: ['rules', 'view', 'shared'],
  listener: ['rules', 'use case', 'view', 'listener', 'shared'],
  job: ['rules', 'use case', 'view', 'shared'],
  shared: ['rules', 'shared'],
  // It is started, and imported by nobody.
  program: ['rules'],
};

/** Every fault of a tree, one sentence each. */
function faultsOf(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((file) => [
    ...importsOf(file).flatMap((given) => importFaults(file, given, byPath)),
    ...textFaults(file),
  ]);
}

function importFaults(
  file: SourceFile,
  { specifier, isType }: Import,
  byPath: ReadonlyMap<string, SourceFile>,
): readonly string[] {
  if (!specifier.startsWith('.')) {
    return DOORS.filter((door) => door.package.test(specifier) && !door.open.test(file.path)).map(
      () => `${file.path} opens ${specifier}, which is opened elsewhere`,
    );
  }
  const path = normalize(join(dirname(file.path), specifier));
  if (path.startsWith('..')) return [`${file.path} leaves src for ${path}`];
  if (path.startsWith('database/generated')) {
    const mayOpen = /^database\/|\/([a-z]+-)?store\.ts$/.test(file.path);
    return mayOpen ? [] : [`${file.path} opens the generated client`];
  }
  const target = byPath.get(path);
  if (!target) return [`${file.path} imports ${path}, which is not there`];
  return floorFaults(file, target, isType);
}

/** What a use case answers with may be named by whoever shows it: a type is not a call. */
function floorFaults(file: SourceFile, target: SourceFile, isType: boolean): readonly string[] {
  const [from, to] = [floorOf(file), floorOf(target)];
  if (from === 'main') return [];
  const line = `${file.path} (${from}) imports ${target.path} (${to})`;
  const faults: string[] = [];
  const isNamed = isType && to === 'use case';
  if (to === 'main' || !(isNamed || MAY_IMPORT[from].includes(to))) faults.push(line);
  const [own, other] = [capabilityOf(file), capabilityOf(target)];
  if (own && other && own !== other) {
    if (other !== GROUND && !MAY_ASK[own]?.includes(other))
      faults.push(`${line}: ${own} does not ask ${other}`);
    if (to === 'store' || to === 'view' || to === 'listener')
      faults.push(`${line} of another capability`);
  }
  return faults;
}

function textFaults(file: SourceFile): readonly string[] {
  const faults: string[] = [];
  const floor = floorOf(file);
  if (
    /new Date\(\)|Date\.now\(\)|Temporal\.Now/.test(file.text) &&
    file.path !== 'schedule/clock.ts'
  ) {
    faults.push(`${file.path} reads the clock`);
  }
  if (/process\.env/.test(file.text) && file.path !== 'main.ts') {
    faults.push(`${file.path} reads the environment`);
  }
  if (floor === 'rules' && /\basync\b|\bawait\b|Math\.random/.test(withoutComments(file.text))) {
    faults.push(`${file.path} is a rule that waits or draws lots`);
  }
  const lines = file.text.split('\n').length;
  if (lines > 300) faults.push(`${file.path} has ${lines} lines`);
  faults.push(...nameFaults(file));
  return faults;
}

/**
 * An arrow may also run by a name: a job that is added or appointed, a fact that is heard or told. It
 * goes where imports may go. What recurs is set at the founding by the composition.
 */
function nameFaults(file: SourceFile): readonly string[] {
  const own = capabilityOf(file);
  if (!own || file.path.startsWith('database/')) return [];
  const text = withoutComments(file.text);
  const names = [
    ...text.matchAll(/\.(?:add|tell)\(\s*[\w.]+,\s*'([a-z]+)\.[a-z-]+'/g),
    ...text.matchAll(/what: '([a-z]+)\.(?:turn|send|tell|review|word|week|look|apply|settle)'/g),
  ].map(([, name = '']) => name);
  const heard = /hears\.ts$/.test(file.path)
    ? [...text.matchAll(/^ {2}(?:async )?'([a-z]+)\.[a-z-]+'/gm)].map(([, name = '']) => name)
    : [];
  const owners = [...names, ...heard].map((name) => FACTS_OF[name] ?? name);
  return [...new Set(owners)]
    .filter((other) => other !== own && !MAY_ASK[own]?.includes(other))
    .map((other) => `${file.path} names what ${other} does: ${own} does not ask ${other}`);
}

function capabilityOf({ path }: SourceFile): string | undefined {
  const [folder = ''] = path.split('/');
  return path.includes('/') && !SHARED_FOLDERS.includes(folder) ? folder : undefined;
}

type Import = { readonly specifier: string; readonly isType: boolean };

function importsOf({ text }: SourceFile): readonly Import[] {
  const lazy = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, specifier = '']) => ({
    specifier,
    isType: false,
  }));
  const given = [...text.matchAll(/^(?:import|export) (type )?(?:[^'"]*? from )?'([^']+)'/gms)].map(
    ([, type, specifier = '']) => ({ specifier, isType: type !== undefined }),
  );
  return [...given, ...lazy];
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

const SRC = new URL('../src/', import.meta.url).pathname;

function sourceFiles(): readonly SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('database/generated'))
    .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));
}

test('the house keeps its floors and doors', () => {
  expect(faultsOf(sourceFiles())).toEqual([]);
});

/** They are the ground floor together: who takes part, and in what. */
const GROUND_FLOOR = ['partnerships', 'members'];

test('no capability asks itself by way of others', () => {
  const reach = (from: string, reached = new Set<string>()): ReadonlySet<string> => {
    for (const next of MAY_ASK[from] ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      reach(next, reached);
    }
    return reached;
  };
  const inCycles = Object.keys(MAY_ASK).filter((name) => reach(name).has(name));
  expect(inCycles).toEqual(GROUND_FLOOR);
});

describe('each kind of violation is seen', () => {
  const base: readonly SourceFile[] = [
    { path: 'glossary/term.ts', text: 'export type Term = {};' },
    { path: 'glossary/store.ts', text: "import type { Db } from '../database/client.ts';" },
    { path: 'glossary/slack/views.ts', text: '' },
    { path: 'glossary/slack/listeners.ts', text: '' },
    {
      path: 'glossary/look-up.ts',
      text: 'export async function lookUp(ctx: Context): Promise<void> {}',
    },
    { path: 'milestones/store.ts', text: '' },
    { path: 'milestones/milestone.ts', text: '' },
    { path: 'database/client.ts', text: '' },
    { path: 'slack/blocks.ts', text: '' },
    { path: 'app.ts', text: '' },
  ];
  const plant = (path: string, text: string) =>
    faultsOf([...base.filter((file) => file.path !== path), { path, text }]);

  test('the clean tree has none', () => expect(faultsOf(base)).toEqual([]));

  test.each([
    ['a rule that asks the store', 'glossary/term.ts', "import { x } from './store.ts';"],
    ['a rule that waits', 'glossary/term.ts', 'export async function wait() { await 1; }'],
    ['a rule that reads the clock', 'glossary/term.ts', 'export const now = () => new Date();'],
    ['a rule that draws lots', 'glossary/term.ts', 'export const lot = () => Math.random();'],
    [
      'a use case that names Bolt',
      'glossary/look-up.ts',
      "import { App } from '@slack/bolt';\nexport async function lookUp(): Promise<void> {}",
    ],
    [
      'a use case that shows a view',
      'glossary/look-up.ts',
      "import { v } from './slack/views.ts';\nexport async function lookUp(): Promise<void> {}",
    ],
    [
      'a use case that opens pg-boss',
      'glossary/look-up.ts',
      "import { PgBoss } from 'pg-boss';\nexport async function lookUp(): Promise<void> {}",
    ],
    [
      'a package opened late, and elsewhere',
      'glossary/look-up.ts',
      "export async function lookUp(): Promise<void> { await import('pg-boss'); }",
    ],
    ['a view that asks the store', 'glossary/slack/views.ts', "import { s } from '../store.ts';"],
    [
      'a view that asks a use case',
      'glossary/slack/views.ts',
      "import { l } from '../look-up.ts';",
    ],
    [
      'a listener that asks the store',
      'glossary/slack/listeners.ts',
      "import { s } from '../store.ts';",
    ],
    ['Prisma outside the stores', 'glossary/term.ts', "import { P } from '@prisma/client';"],
    [
      'the generated client outside the stores',
      'glossary/term.ts',
      "import { P } from '../database/generated/client.ts';",
    ],
    [
      'a view that draws its picture itself',
      'glossary/slack/views.ts',
      "const vega = await import('vega');",
    ],
    [
      "another capability's store",
      'glossary/look-up.ts',
      "import { s } from '../milestones/store.ts';\nexport async function lookUp(): Promise<void> {}",
    ],
    [
      'a capability that may not be asked',
      'glossary/term.ts',
      "import { m } from '../milestones/milestone.ts';",
    ],
    [
      'the ground that asks who stands on it',
      'time/days.ts',
      "import { m } from '../milestones/milestone.ts';",
    ],
    [
      'a shared part that asks a verb',
      'slack/blocks.ts',
      "import { l } from '../glossary/look-up.ts';",
    ],
    [
      'the composition asked from below',
      'glossary/look-up.ts',
      "import { a } from '../app.ts';\nexport async function lookUp(): Promise<void> {}",
    ],
    [
      'the environment read below main',
      'glossary/look-up.ts',
      'export async function lookUp(): Promise<void> { process.env.X; }',
    ],
    [
      'a process started elsewhere',
      'glossary/look-up.ts',
      "import { fork } from 'node:child_process';\nexport async function lookUp(): Promise<void> {}",
    ],
    [
      'a thread started elsewhere',
      'glossary/look-up.ts',
      "import { Worker } from 'node:worker_threads';\nexport async function lookUp(): Promise<void> {}",
    ],
    [
      'a thread that asks for more than rules',
      'glossary/looking-up-thread.ts',
      "import { s } from './store.ts';",
    ],
    [
      'a program that asks for more than rules',
      'glossary/reading-process.ts',
      "import { s } from './store.ts';",
    ],
    [
      'a job of another capability added by its name',
      'glossary/look-up.ts',
      "export async function lookUp(ctx: Context): Promise<void> { await ctx.jobs.add(ctx.db, 'milestones.look', {}); }",
    ],
    [
      'an appointment of another capability',
      'glossary/look-up.ts',
      "export async function lookUp(ctx: Context): Promise<void> { await set({ partnershipId, what: 'milestones.look' }); }",
    ],
    [
      'a fact heard of somebody who may not be asked',
      'glossary/hears.ts',
      "export const glossaryHears: Hears = {\n  async 'channel.lost'() {},\n};",
    ],
    ['the sandbox asked by the bot', 'app.ts', "import { w } from '../sandbox/world.ts';"],
    ['a file that hides the architecture', 'glossary/term.ts', '\n'.repeat(301)],
  ])('%s', (_, path, text) => {
    expect(plant(path, text)).not.toEqual([]);
  });
});
