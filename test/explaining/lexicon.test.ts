import { describe, expect, test } from 'vitest';
import { createLexicon, usesIn, withoutTerms } from '../../src/explaining/lexicon.ts';
import type { Rating } from '../../src/glossary/entry.ts';

const label = (termId: string, text = termId, rating: Rating = 'preferred') => ({
  termId,
  text,
  rating,
});

const used = (text: string, ...labels: readonly ReturnType<typeof label>[]) =>
  usesIn(text, createLexicon(labels)).map(({ termId }) => termId);

describe('the terms of a text', () => {
  test('come in order of appearance, each once', () =>
    expect(used('The POC signs the MOU; then the poc …', label('MOU'), label('POC'))).toEqual([
      'POC',
      'MOU',
    ]));

  test('are the same one by whatever spelling', () =>
    expect(
      used(
        'a no-show is a missed appointment',
        label('1', 'missed appointment'),
        label('1', 'no-show'),
      ),
    ).toEqual(['1']));

  test('are all those that share a spelling, the one that prefers it first', () =>
    expect(
      used('the POC', label('care', 'POC', 'deprecated'), label('contact', 'POC', 'preferred')),
    ).toEqual(['contact', 'care']));

  test.each([
    ['it has this', 'IT'],
    ['tell us', 'US'],
    ['It is', 'IT'],
    ['at 3 PM', 'PM'],
    ['at 3pm', 'PM'],
    ['`MOU` <https://a.example/MOU|MOU>', 'MOU'],
    ['&gt; the MOU', 'MOU'],
  ])('%j does not use %s', (text, term) => expect(used(text, label(term))).toEqual([]));

  test.each([
    ['the IT people', 'IT'],
    ['ask the PM', 'PM'],
    ['ask the poc', 'POC'],
    ['who is the lead', 'lead'],
    ['in the US', 'US'],
  ])('%j uses %s', (text, term) => expect(used(text, label(term))).toEqual([term]));
});

test('spellings that should not be used any more are said, wherever they are in the text', () => {
  const lexicon = createLexicon([
    label('1', 'missed appointment'),
    label('1', 'no-show', 'deprecated'),
    label('1', 'DNA', 'deprecated'),
  ]);
  expect(usesIn('a missed appointment, or no shows', lexicon)).toEqual([
    { termId: '1', avoided: ['no-show'] },
  ]);
});

test('terms are struck out where they stand, and nothing else is', () => {
  const lexicon = createLexicon([label('1', 'SDoH screening'), label('2', 'IT')]);
  const struck = (text: string, ...ids: readonly string[]) =>
    withoutTerms(text, lexicon, new Set(ids));
  expect(struck('SDoH screening, and SDoH; it', '1', '2')).toBe('xxxxxxxxxxxxxx, and SDoH; it');
  expect(struck('SDoH screening', '2')).toBe('SDoH screening');
  expect(struck('nothing', '1')).toBe('nothing');
});
