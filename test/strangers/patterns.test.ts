import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { describe, expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

/*
 * A pattern with two unbounded parts that can take the same characters, or that is tried anew from each
 * character of a long run, takes time that grows with the square of a text. Every pattern of the source is
 * looked at, so that a new one joins by itself.
 */

type Pattern = { readonly at: string; readonly source: string; readonly flags: string };

const SOURCE = new URL('../../src/', import.meta.url).pathname;

const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.startsWith(join('database', 'generated')),
);

/** Everything about patterns that a file writes: the literals, and what is made of a template. */
function patternsIn(path: string, text: string): readonly Pattern[] {
  const found: Pattern[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, regex, callee, arguments: given, start } = node as Node;
    const at = `${path}:${text.slice(0, start).split('\n').length}`;
    if (type === 'Literal' && regex) {
      found.push({ at, source: regex.pattern, flags: regex.flags });
      return;
    }
    const quasis = callee?.name === 'RegExp' && (given?.[0]?.quasi ?? given?.[0])?.quasis;
    // What is put into a template is looked at where it is written, or once the pattern is made.
    if (quasis) {
      const isRaw = given?.[0]?.quasi !== undefined;
      const source = quasis.map(({ value }) => (isRaw ? value.raw : value.cooked)).join('x');
      found.push({ at, source, flags: String(given?.[1]?.value ?? '') });
    }
    for (const part of Object.values(node)) look(part);
  };
  look(parseAst(text, { lang: 'ts' }));
  return found;
}

type Node = {
  readonly type?: string;
  readonly start?: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly Argument[];
};

type Argument = Template & { readonly quasi?: Template; readonly value?: unknown };

type Template = {
  readonly quasis?: readonly {
    readonly value: { readonly raw: string; readonly cooked: string };
  }[];
};

/** The patterns that a module makes when it is loaded, whatever of. */
async function patternsMadeBy(path: string): Promise<readonly Pattern[]> {
  // What it imports makes its own, and is no business of this one.
  await import(/* @vite-ignore */ `${SOURCE}${path}`);
  const made: Pattern[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags = '']) {
      made.push({ at: path, source: String(source), flags: String(flags) });
      return new target(source, flags);
    },
  });
  try {
    await import(/* @vite-ignore */ `${SOURCE}${path}?made`);
  } finally {
    globalThis.RegExp = Original;
  }
  return made;
}

/** What makes a pattern take longer than its text, one line each. */
function faultsOf(patterns: readonly Pattern[]): readonly string[] {
  return patterns.flatMap(({ at, source, flags }) => {
    const { reports } = analyse({ source, flags }, { maxReports: 1 });
    return reports.map(({ type, character }) => {
      const why = type === 'Move' ? 'is tried from each character of' : 'divides in many ways';
      return `${at}: /${source}/${flags} ${why} a run of ${JSON.stringify(character.pick)}`;
    });
  });
}

describe('the patterns of the source', () => {
  test('take time that is linear in the text', () => {
    const patterns = FILES.flatMap((path) =>
      patternsIn(path, readFileSync(join(SOURCE, path), 'utf8')),
    );
    expect(patterns.length).toBeGreaterThan(200);
    expect(faultsOf(patterns)).toEqual([]);
  });

  test('that are put together when a module is loaded do so too', async () => {
    const files = FILES.filter((path) =>
      /^(?:export )?const [^\n]*(?:\n {2}[^\n]*)*new RegExp\(/m.test(
        readFileSync(join(SOURCE, path), 'utf8'),
      ),
    );
    const patterns: Pattern[] = [];
    for (const path of files) patterns.push(...(await patternsMadeBy(path)));
    expect(new Set(patterns.map(({ at }) => at))).toEqual(new Set(files));
    expect(patterns.length).toBeGreaterThan(60);
    expect(faultsOf(patterns)).toEqual([]);
  });

  test.each<[string, string]>([
    ['two adjacent runs', 'const a = /^\\s*(?:x\\s*)?\\s*$/;'],
    ['a run before what does not come', 'const a = /\\s+papers$/;'],
    ['a run in a look-behind', 'const a = /(?<=^\\d+)x/g;'],
    ['a template', 'const a = new RegExp(`^$' + '{b}\\\\s+\\\\s+$`);'],
    ['a raw template', 'const a = new RegExp(String.raw`^$' + '{b}\\s+\\s+$`, "u");'],
  ])('are found: %s', (_, text) => {
    expect(faultsOf(patternsIn('planted.ts', text))).toHaveLength(1);
  });
});
