import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../src/exchange/formats/read-glossary.ts';
import { reasonsOf, recordsOf } from './samples.ts';

const RECORDS = [
  { term: 'MOU', definition: 'a note' },
  { term: 'CBO', definition: 'an organization' },
];

describe('JSON of many shapes', () => {
  test.each([
    [
      'a list',
      '[{"term":"MOU","definition":"a note"},{"term":"CBO","definition":"an organization"}]',
    ],
    [
      'other names',
      '[{"Acronym":"MOU","What it means":"a note"},{"Acronym":"CBO","What it means":"an organization"}]',
    ],
    ['a map', '{"MOU":"a note","CBO":"an organization"}'],
    ['a map of objects', '{"MOU":{"definition":"a note"},"CBO":{"definition":"an organization"}}'],
    [
      'a list in an object',
      '{"version":2,"terms":[{"term":"MOU","definition":"a note"},{"term":"CBO","definition":"an organization"}]}',
    ],
    ['a map in an object', '{"glossary":{"MOU":"a note","CBO":"an organization"}}'],
    ['pairs', '[["MOU","a note"],["CBO","an organization"]]'],
    ['small maps', '[{"MOU":"a note"},{"CBO":"an organization"}]'],
  ])('%s', (_, text) => expect(recordsOf(text, 'a.json')).toEqual(RECORDS));

  test('numbers, truths, lists and what is nothing', () => {
    const text =
      '[{"term":404,"definition":["not found","gone"],"aliases":["a, b",7],"scopeNote":null,"example":true,"x":{}}]';
    expect(recordsOf(text)).toEqual([
      { term: '404', definition: 'not found\ngone', aliases: ['a, b', '7'], example: 'true' },
    ]);
  });

  test('what organizations say, in a list or by name', () => {
    const usage = { organization: 'Lantern', meaning: 'a run', relation: 'narrower' };
    const byName = { Lantern: { meaning: 'a run', relation: 'narrower' } };
    for (const usages of [[usage], byName]) {
      const text = JSON.stringify([
        { term: 'POC', definition: 'x', usages, sayInstead: { City: 'z' } },
      ]);
      expect(recordsOf(text)[0]).toMatchObject({ usages: [usage], sayInstead: { City: 'z' } });
    }
  });

  test('one term alone, and a glossary that defines the words “term” and “definition”', () => {
    expect(recordsOf('{"term":"MOU","definition":"a note"}')).toEqual([RECORDS[0]]);
    expect(recordsOf('{"term":"a word","definition":"its meaning","MOU":"a note"}')).toHaveLength(
      3,
    );
  });

  test('`__proto__` pollutes nothing', () => {
    const text = '{"__proto__":"a","constructor":{"definition":"b","__proto__":{"polluted":1}}}';
    expect(recordsOf(text).map(({ term }) => term)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([
    ['a mistake', '{\n"MOU": "x",\n}', /^This JSON has a mistake/],
    ['a text', '"MOU"', /^There is no list of terms/],
    ['an empty list', '[]', /^There are no terms in it/],
    ['a list 33 deep', `${'['.repeat(33)}${']'.repeat(33)}`, /more than 32 deep/],
    ['a deep nest', `${'{"a":['.repeat(50_000)}${']}'.repeat(50_000)}`, /more than 32 deep/],
  ])('%s is a problem', (_, text, problem) => {
    expect(readGlossary(text, 'a.json').problem).toMatch(problem);
  });

  test('rows that are no terms', () => {
    expect(reasonsOf('["MOU", 7, null, {"term":"A","definition":{}}]', 'a.json')).toEqual([
      'There is no definition in it.',
      'This is no term: it should be an object with a term and a definition.',
      'This is no term: it should be an object with a term and a definition.',
      'There is no definition in it.',
    ]);
  });
});

const numbered = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

describe('YAML', () => {
  test.each([
    ['a list', '- term: MOU\n  definition: a note\n- term: CBO\n  definition: an organization\n'],
    ['a map', '# ours\nMOU: a note\nCBO: "an organization"\n'],
    ['between lines', '---\nMOU: a note\nCBO: an organization\n---\n'],
    [
      'two documents',
      '---\nterm: MOU\ndefinition: a note\n---\nterm: CBO\ndefinition: an organization\n',
    ],
    ['an anchor', 'MOU: &a a note\nCBO: an organization\n'],
  ])('%s', (_, text) => expect(recordsOf(text, 'a.yaml')).toEqual(RECORDS));

  test('every value is text, and nothing is run', () => {
    const text =
      'NO: 1.10\n2026-01-02: yes\nMOU: !!js/function "function () {}"\nx:\n  definition: >-\n    folded\n    text\n  aliases: [a, "b, c"]\n  example: ~\n';
    expect(recordsOf(text, 'a.yaml')).toEqual([
      { term: 'NO', definition: '1.10' },
      { term: '2026-01-02', definition: 'yes' },
      { term: 'MOU', definition: 'function () {}' },
      { term: 'x', definition: 'folded text', aliases: ['a', 'b, c'] },
    ]);
  });

  test('the same term twice is said of the second', () => {
    expect(reasonsOf('MOU: a\nCBO: b\nMOU: c\n', 'a.yaml')).toEqual([
      undefined,
      undefined,
      '“MOU” is there already, as number 1.',
    ]);
  });

  test.each([
    ['a list 32 deep', `MOU: x\nnot: ${'['.repeat(31)}a${']'.repeat(31)}`],
    ['100 aliases', `MOU: &a x\n${numbered(100, (n) => `T${n}: *a`)}`],
  ])('%s is read', (_, text) => {
    expect(readGlossary(text, 'a.yaml').problem).toBeUndefined();
  });

  test.each([
    ['a comma too many', '{\n  "MOU": "a",\n}', /^This JSON has a mistake in line 3, or/],
    ['words that name a line', 'line 7 of the list', /^This JSON has a mistake, or/],
  ])('%s in a JSON file is a problem', (_, text, problem) => {
    expect(readGlossary(text, 'a.json').problem).toMatch(problem);
  });

  test.each([
    ['a mistake', 'MOU: a\nCBO: "b\n', /^This YAML has a mistake in line \d/],
    [
      'a bomb',
      `a: &a [x,x]\n${[...'bcdefgh'].map((c, n) => `${c}: &${c} [${`*${'abcdefg'[n]},`.repeat(9)}]`).join('\n')}`,
      /^This YAML repeats parts of itself/,
    ],
    ['101 aliases', `a: &a x\nb: [${'*a, '.repeat(101)}]`, /more than 100 times/],
    ['a list 33 deep', `${'['.repeat(33)}${']'.repeat(33)}`, /more than 32 deep/],
    ['a deep nest', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, /more than 32 deep/],
    ['a text', 'just a text', /^There is no list of terms/],
  ])('%s is a problem', (_, text, problem) => {
    expect(readGlossary(text, 'a.yaml').problem).toMatch(problem);
  });
});
