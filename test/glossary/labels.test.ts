import { expect, test } from 'vitest';
import { labelsAfterAgreement } from '../../src/glossary/labels.ts';
import type { TermContent } from '../../src/glossary/term.ts';

type Ratings = Readonly<Record<string, string>>;

const BEFORE = [
  { text: 'MOU', rating: 'preferred' },
  { text: 'letter', rating: 'admitted' },
] as const;

test.each<[string, Partial<TermContent>, Ratings]>([
  ['as before', {}, { MOU: 'preferred', letter: 'admitted' }],
  [
    'another alias',
    { aliases: ['pact'] },
    { MOU: 'preferred', letter: 'admitted', pact: 'admitted' },
  ],
  [
    'another preferred word',
    { preferredLabel: 'memorandum' },
    { MOU: 'superseded', letter: 'admitted', memorandum: 'preferred' },
  ],
  [
    'an alias that is the preferred word now',
    { aliases: ['letter'], preferredLabel: 'letter' },
    { MOU: 'superseded', letter: 'preferred' },
  ],
  [
    'a word that is not to be used',
    { deprecatedLabels: ['letter'] },
    { MOU: 'preferred', letter: 'deprecated' },
  ],
  ['retired', { deprecated: true }, { MOU: 'deprecated', letter: 'deprecated' }],
  ['to be spelled out', { resolution: 'spell_out' }, { MOU: 'deprecated', letter: 'deprecated' }],
  [
    'retired, with an alias and a preferred word of its last version',
    { deprecated: true, aliases: ['pact'], preferredLabel: 'memorandum' },
    { MOU: 'deprecated', letter: 'deprecated', pact: 'deprecated' },
  ],
])('the words of a term after an agreement: %s', (_, content, ratings) => {
  const labels = labelsAfterAgreement(BEFORE, 'MOU', { definition: 'An agreement', ...content });
  expect(Object.fromEntries(labels.map(({ text, rating }) => [text, rating]))).toEqual(ratings);
});

test('another spelling is the same word, as it was first written', () =>
  expect(
    labelsAfterAgreement(BEFORE, 'MOU', { definition: 'x', aliases: ['Letter', '…'] }),
  ).toEqual([
    { text: 'MOU', normalized: 'mou', rating: 'preferred' },
    { text: 'letter', normalized: 'letter', rating: 'admitted' },
  ]));
