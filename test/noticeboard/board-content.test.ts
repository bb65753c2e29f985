import { expect, test } from 'vitest';
import type { Entry } from '../../src/glossary/entry.ts';
import type { TermContent } from '../../src/glossary/term.ts';
import { boardContent, letterOf } from '../../src/noticeboard/board-content.ts';
import type { Organization } from '../../src/partnerships/partnership.ts';

const AT = new Date('2026-11-24T15:00:00Z');

function entryOf(text: string, content?: Partial<TermContent>): Entry {
  const agreed = content && { definition: `what ${text} is`, ...content };
  return {
    ...{ id: text, text, conflict: undefined, isCollecting: false, labels: [], open: undefined },
    ...{ usages: [], answered: [], latestVersion: 1 },
    agreed: agreed && { version: 1, content: agreed, agreedAt: AT },
  };
}

const CITY = { id: 'o1', shortName: 'City' } as Organization;

const wordsOf = (...entries: Entry[]) =>
  boardContent(entries, [CITY]).agreed.map(({ word, aliases, avoided }) => ({
    word,
    aliases,
    avoided,
  }));

test('only what is in force is on it, in the order of the alphabet', () => {
  const entries = [
    entryOf('referral', {}),
    entryOf('POC'),
    entryOf('Äther', {}),
    entryOf('2nd visit', {}),
    entryOf('grantee', { deprecated: true, replacedBy: 'partner' }),
  ];
  const { agreed, retired } = boardContent(entries, []);
  expect(agreed.map(({ word }) => word)).toEqual(['2nd visit', 'Äther', 'referral']);
  expect(retired).toEqual([{ word: 'grantee', replacedBy: 'partner' }]);
});

test.each([
  ['the letters are a second word for it', {}, ['MOU', 'memo'], []],
  ['letters that are spelled out are avoided', { resolution: 'spell_out' }, ['memo'], ['MOU']],
  ['words that were given up are avoided', { deprecatedLabels: ['memo'] }, ['MOU'], ['memo']],
] as const)('%s', (_what, more, aliases, avoided) => {
  const content = { preferredLabel: 'Memorandum', aliases: ['memo', 'memo'], ...more };
  expect(wordsOf(entryOf('MOU', content))).toEqual([{ word: 'Memorandum', aliases, avoided }]);
});

test('what each organization says instead has its name, and nobody else’s', () => {
  const entry = entryOf('POC', { sayInstead: { o1: 'contact', gone: 'x' } });
  expect(boardContent([entry], [CITY]).agreed[0]?.sayInstead).toEqual([
    { organization: 'City', words: 'contact' },
  ]);
});

test.each([
  ['MOU', 'M'],
  ['äther', 'A'],
  ['(un)met need', 'U'],
  ['ßtest', 'SS'],
  ['договор', 'Д'],
  ['2nd visit', undefined],
  ['🧵', undefined],
  ['', undefined],
])('%s is looked for under %s', (word, letter) => {
  expect(letterOf(word)).toBe(letter);
});
