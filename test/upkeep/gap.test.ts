import { expect, test } from 'vitest';
import { gapsOf } from '../../src/upkeep/gap.ts';

const counted = (words: string) =>
  words
    .split(' ')
    .filter(Boolean)
    .map((text, at) => ({ text, count: 9 - at }));

test.each([
  ['nothing', '', '', [], []],
  ['by turns', 'A1 A2 A3', 'B1', [], ['A1', 'B1', 'A2', 'A3']],
  ['acronyms alone', '', 'B1 B2', [], ['B1', 'B2']],
  ['one word in both, once', 'POC MOU', 'MOU p.o.c.', [], ['POC', 'MOU']],
  ['not what is ignored, however it is written', 'P.O.C. MOU', 'POC', ['poc'], ['MOU']],
  ['no links, people or nothing', 'https://x.example <@U1> ... MOU', '', [], ['MOU']],
])('the glossary lacks: %s', (_, missed, acronyms, ignored, expected) =>
  expect(gapsOf(counted(missed), counted(acronyms), ignored).map(({ text }) => text)).toEqual(
    expected,
  ),
);

test('what was looked up and used has both counts', () =>
  expect(gapsOf([{ text: 'POC', count: 2 }], [{ text: 'P.O.C.', count: 5 }], [])).toEqual([
    { text: 'POC', asked: 2, used: 5 },
  ]));

test('what has two lines is no term', () =>
  expect(gapsOf([{ text: 'a\nb', count: 1 }], [], [])).toEqual([]));
