import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDefinition, KNOWN_LETTERS } from '../../src/glossary/definition-check.ts';

const codes = (label: string, definition: string, known: readonly string[] = []) =>
  checkDefinition(label, definition, known).map(({ code }) => code);

test('G8: “A pilot is when we try something. It is small.” is circular and two sentences, no more', () =>
  expect(codes('pilot', 'A pilot is when we try something. It is small.')).toEqual([
    'circular',
    'more_than_one_sentence',
  ]));

test.each([
  ['MOU', 'a signed agreement between two organizations that is not a contract'],
  ['missed appointment', 'a booked first appointment the resident did not attend'],
  ['pilot', 'a first run with few people'],
  ['note', 'nothing more than a reminder'],
  ['whereabouts', 'the place somebody is at'],
  ['PR', 'a proposed code change'],
  ['outcome', 'a change that a resident notices, e.g. Council housing that is warm'],
  ['outcome', 'a change (cf. Annex B) that a resident notices'],
  ['visit', 'a meeting with Dr. Haddad or another physician'],
  ['deadline', 'before 5 p.m. Chicago time'],
  ['office', 'the building on W. Main St. Chicago'],
  ['rule', 'SIGNED BY THE COUNCIL'],
  ['intake', '最初の訪問。'],
  ['partner', 'an organization, i.e. City, Lantern or Quillstone'],
  ['partner', 'a non-profit such as Lantern Inc. Chicago'],
  ['release', 'version 2.0 of the intake form'],
  ['aufnahme', 'das erste Gespräch, z. B. Montags'],
])('%s: “%s” needs no advice', (label, definition) => expect(codes(label, definition)).toEqual([]));

test.each([
  ['not a contract', 'negative'],
  ['Not yet decided', 'negative'],
  ['a term for the first visit', 'starts_badly'],
  ['when a resident comes', 'starts_badly'],
  ['Where care happens', 'starts_badly'],
  ['refers to the first visit', 'starts_badly'],
  ['one visit. Another follows', 'more_than_one_sentence'],
  ['really? Yes', 'more_than_one_sentence'],
  ['the first visit.\nIt is short', 'more_than_one_sentence'],
  ['“the first visit.” It is short', 'more_than_one_sentence'],
  ['the first visit (short). It is free', 'more_than_one_sentence'],
  ['a visit for me and you. It is free', 'more_than_one_sentence'],
  ['最初の訪問。短いです。', 'more_than_one_sentence'],
  [`word ${'and more '.repeat(20)}`, 'too_long'],
])('“%s” is advised on: %s', (definition, code) =>
  expect(codes('intake', definition)).toEqual([code]),
);

test.each([
  [40, []],
  [41, ['too_long']],
])('%i words: %j', (count, expected) =>
  expect(codes('x', Array.from({ length: count }, () => 'word').join(' '))).toEqual(expected),
);

describe('circular', () => {
  test.each([
    ['pilot', 'the Pilot, run early'],
    ['go-live', 'the day of go live'],
    ['MOU', 'an M.O.U. between two'],
    ['data-sharing agreement', 'a Data Sharing Agreement of ours'],
    ['C++', 'the language C++ as we use it'],
    ['R&D', 'our R&D team'],
    ['24/7', 'open 24/7'],
    ['pilot', 'our pilots, run early'],
    ['referral', 'what the referral’s author writes'],
  ])('%s in “%s”', (label, definition) => expect(codes(label, definition)).toContain('circular'));

  test.each([
    ['R&D', 'what we do in research'],
    ['C++', 'vitamin C'],
    ['news', 'a new thing'],
    ['art', 'a start of something'],
    ['pilot', 'an autopilot of some kind'],
    ['go', 'a good thing'],
    ['go live', 'to go and live'],
  ])('%s is not in “%s”', (label, definition) =>
    expect(codes(label, definition)).not.toContain('circular'),
  );
});

describe('letters that the glossary has not', () => {
  test('are named once each, and those that everybody knows are not', () =>
    expect(
      checkDefinition('intake', 'what the CBO and the PHQ9 ask ASAP: CBO first, DSAs next', []),
    ).toEqual([{ code: 'undefined_letters', letters: ['CBO', 'DSA'] }]));

  test('are not missed where the glossary has them, in any spelling', () =>
    expect(codes('intake', 'what the CBO and the DSAs ask', ['C.B.O.', 'dsa'])).toEqual([]));

  test('of the term itself are known', () => expect(codes('MOU', 'an MOU')).toEqual(['circular']));

  test.each([...KNOWN_LETTERS])('%s is known', (letters) =>
    expect(codes('x', `it is ${letters} here`)).toEqual([]),
  );
});

describe('whatever is written', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          'pilot',
          'Pilot.',
          'NOT',
          'not',
          'when',
          'CBO',
          'CBO.',
          'It',
          '?',
          '\n',
          '"',
        ),
      )
      .map((parts) => parts.join(' ')),
  );

  test('each advice is given once', () => {
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 3 }), (label, definition, known) => {
        const given = codes(label, definition, known);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  test('nothing written is nothing advised', () => expect(codes('pilot', '  ')).toEqual([]));

  test.each(['a', 'A', '. ', 'A. ', 'a.', '"', 'AB ', 'e.g. '])(
    'a long run of %j is done at once',
    (part) => {
      const before = performance.now();
      checkDefinition('pilot', part.repeat(2_000 / part.length), []);
      expect(performance.now() - before).toBeLessThan(100);
    },
  );
});
