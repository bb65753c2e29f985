import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, conflictOf, type Meaning } from '../../src/glossary/conflict.ts';

const RELATIONS = ['same', 'narrower', 'broader', 'different', 'not_used'] as const;

const meanings = (...said: readonly (readonly [string, Meaning['relation']?])[]) =>
  said.map(([meaning, relation = 'same'], n) => ({
    organizationId: `o${n}`,
    meaning,
    relation,
  }));

describe('what the meanings show', () => {
  test('G1: three different meanings are a homonym', () =>
    expect(
      conflictOf(
        meanings(
          ['Point of contact: the named person at an agency'],
          ['Point of care: where and when the patient is seen'],
          ['Proof of concept: throwaway build that shows an idea works'],
        ),
      ),
    ).toBe('homonym'));

  test.each([
    ['the same words', meanings(['a first run'], ['A  first run.']), 'none'],
    ['the same words thrice', meanings(['a run'], ['a run'], ['“A run”']), 'none'],
    ['two of three the same', meanings(['a run'], ['a run'], ['a flyer']), 'homonym'],
    ['one says narrower', meanings(['a run'], ['a short run', 'narrower']), 'broader_narrower'],
    ['one says broader', meanings(['a run'], ['any run', 'broader']), 'broader_narrower'],
    [
      'one says narrower, one different',
      meanings(['a run'], ['a short run', 'narrower'], ['a flyer', 'different']),
      'homonym',
    ],
    ['the same words marked different by one', meanings(['a run'], ['a run', 'different']), 'none'],
    ['one does not use it', meanings(['a run'], ['', 'not_used']), undefined],
    [
      'two mean the same and one does not use it',
      meanings(['a run'], ['a run'], ['we never say it', 'not_used']),
      'none',
    ],
    ['only one answered', meanings(['a run']), undefined],
    ['nobody answered', [], undefined],
    ['an empty meaning', meanings(['a run'], ['   ']), undefined],
  ] as const)('%s', (_, usages, expected) => expect(conflictOf(usages)).toBe(expected));

  test('it is all one in which order they were written', () => {
    const usage = fc.record({
      organizationId: fc.uuid(),
      meaning: fc.constantFrom('', 'a run', 'A run.', 'a flyer', 'a short run'),
      relation: fc.constantFrom(...RELATIONS),
    });
    fc.assert(
      fc.property(fc.array(usage, { maxLength: 5 }), (usages) => {
        expect(conflictOf(usages.toReversed())).toBe(conflictOf(usages));
      }),
    );
  });
});

describe('two texts say the same in the same words', () => {
  test.each([
    ['A run', 'a run.'],
    ['a  run', 'a run'],
    ['a long-term plan', 'a long term plan'],
    ['one, two', 'one two'],
    ['the P.O.C.', 'the POC'],
    ['“a run”', 'a run'],
  ])('%s = %s', (a, b) => expect(comparable(a)).toBe(comparable(b)));

  test.each([
    ['a run', 'a ran'],
    ['24', '2.4'],
    ['at 10:30', 'at 1030'],
    ['1,5 days', '15 days'],
    ['within 1.5 days', 'within 15 days'],
    ['合意', '同意'],
    ['!', ''],
  ])('%s ≠ %s', (a, b) => expect(comparable(a) === comparable(b)).toBe(a === '!'));
});
