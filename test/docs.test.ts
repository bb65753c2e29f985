import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingEntries, readLock } from '../scripts/complete-lock.ts';
import { ENVIRONMENT_NAMES } from '../src/config.ts';

/* What the documents say of paths, scripts, settings and commands, held against what is there. */

const ROOT = new URL('..', import.meta.url).pathname;
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const DOCUMENTS: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Settings of the sandbox and of CI, which are not the bot's. */
const OTHER_SETTINGS = ['SANDBOX_PORT'];

/** Commands that CI cannot run, each with its reason. */
const NEEDS_SLACK: readonly RegExp[] = [
  // Tokens of a real workspace.
  /^cp \.env\.example \.env$/,
  /^npm start$/,
  // The public address of a server.
  /^npm run --silent manifest -- https:\/\/\S+$/,
];

type Facts = {
  readonly exists: (path: string) => boolean;
  readonly scripts: readonly string[];
  readonly settings: readonly string[];
};

/** Every name in a document that nothing bears. */
function faultsOf(path: string, text: string, facts: Facts): readonly string[] {
  return [
    ...pathsIn(text, dirname(path))
      .filter((named) => !facts.exists(named))
      .map((named) => `${path} names ${named}, which is not there`),
    ...found(text, /\bnpm run (?:--silent )?([a-z][\w:-]*)/g)
      .filter((script) => !facts.scripts.includes(script))
      .map((script) => `${path} names npm run ${script}, which package.json does not have`),
    ...found(text, /\b((?:SLACK|SANDBOX|DATABASE|DATA|LOG|TOKEN|PUBLIC)_[A-Z_]+)\b/g)
      .filter((name) => !facts.settings.includes(name))
      .map((name) => `${path} names the setting ${name}, which nothing reads`),
  ];
}

/** Links, and what stands in backticks and begins with a folder of ours or is a file at the root. */
function pathsIn(text: string, from: string): readonly string[] {
  const links = found(text, /\]\(([^)#\s]+)[^)]*\)/g)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => join(from, link));
  const named = found(
    text,
    /`((?:src|test|sandbox|scripts|prisma|docs|bench|\.ci)\/[\w./-]*|[\w.-]+\.(?:md|yml|json|ts))`/g,
  );
  const atRoot = (path: string) => path.includes('/') || !path.endsWith('.ts');
  return [...new Set([...links, ...named.filter(atRoot)])];
}

/** Each command of the shell blocks; `a && b` is two. */
function commandsIn(text: string): readonly string[] {
  return found(text, /```sh\n([\s\S]*?)```/g)
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => line.replace(/\s+#\s.*$/, '').split('&&'))
    .map((command) => command.trim())
    .filter((command) => command !== '' && !command.startsWith('#'));
}

function unrun(commands: readonly string[], script: string): readonly string[] {
  const lines = script.split('\n').map((line) => line.trim());
  return commands
    .filter((command) => !NEEDS_SLACK.some((known) => known.test(command)))
    .filter((command) => !lines.some((line) => line === command || line.startsWith(`${command} `)));
}

function found(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}

const facts: Facts = {
  exists: (path) => existsSync(join(ROOT, path)),
  scripts: Object.keys(JSON.parse(read('package.json')).scripts),
  settings: [...ENVIRONMENT_NAMES, ...OTHER_SETTINGS],
};

test.each(DOCUMENTS)('%s names only what is there', (path) => {
  expect(faultsOf(path, read(path), facts)).toEqual([]);
});

test('CI runs every command of the README that needs no Slack', () => {
  const commands = commandsIn(read('README.md'));
  expect(commands).toContain('npm run sandbox');
  expect(commands).toContain('npm test');
  expect(unrun(commands, read('.ci/run'))).toEqual([]);
});

test('the README lists every setting, in the order of .env.example', () => {
  const rows = found(read('README.md'), /^\| (`[A-Z][^|]*) \|/gm);
  const names = rows.flatMap((row) => found(row, /`([A-Z_]+)`/g));
  expect(names).toEqual(ENVIRONMENT_NAMES);
});

test('npm ci takes the lock file; if not, `npm run lock` completes it', () => {
  expect(Object.keys(missingEntries(readLock()))).toEqual([]);
});

describe('each kind of fault is seen', () => {
  test.each([
    ['a file that is gone', 'See `src/gone.ts`.', 'src/gone.ts, which is not there'],
    ['a folder that is gone', 'See `src/gone/`.', 'src/gone/, which is not there'],
    ['a link that leads nowhere', '[here](gone.md#part)', 'docs/gone.md, which is not there'],
    ['a picture that is gone', '![page](gone.png)', 'docs/gone.png, which is not there'],
    ['a script that is gone', 'Type `npm run gone`.', 'npm run gone, which package.json'],
    ['a setting that nothing reads', 'Set `SLACK_GONE`.', 'SLACK_GONE, which nothing reads'],
  ])('%s', (_, text, fault) => {
    const [first, ...more] = faultsOf('docs/page.md', text, facts);
    expect(first).toContain(fault);
    expect(more).toEqual([]);
  });

  test('a command that CI does not run', () => {
    const text = '```sh\nnpm ci && npm run fly   # away\nnpm start\n```\n```js\nlet x;\n```';
    expect(commandsIn(text)).toEqual(['npm ci', 'npm run fly', 'npm start']);
    expect(unrun(commandsIn(text), 'npm ci\nnpm run flying')).toEqual(['npm run fly']);
  });

  test('a package that the lock file names and does not hold', () => {
    const optionalDependencies = { 'tool-linux-x64-musl': '1.0.0', 'tool-win32-x64': '1.0.0' };
    const packages = {
      'node_modules/tool': { dev: true, optionalDependencies },
      'node_modules/tool-win32-x64': {},
    };
    expect(missingEntries({ packages })).toEqual({
      'node_modules/tool-linux-x64-musl': {
        version: '1.0.0',
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
        dev: true,
        optional: true,
      },
    });
  });
});
