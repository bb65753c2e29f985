import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spot } from '../../src/glossary/spotting.ts';

const LABELS = ['POC', 'PR', 'CBO', 'PM', 'OK', 'patient referral', 'referral'].map((text) => ({
  text,
}));
const spotted = (text: string) =>
  spot(text, LABELS).map(({ start, end }) => text.slice(start, end));

test('G7: spots exactly POC, PR and CBO', () => {
  expect(spotted('OK, 5 PM: can the POC review the PR before the CBO signs?')).toEqual([
    'POC',
    'PR',
    'CBO',
  ]);
});

test.each([
  ['whole words only', 'EPOC POCS spoc', []],
  ['the longest first', 'a patient referral, then a referral', ['patient referral', 'referral']],
  ['dots and case aside', 'the P.O.C. and the pr', ['P.O.C', 'pr']],
  ['nothing in code', '`POC` and ```\nPR\n``` but PR', ['PR']],
  ['nothing in quotes', '> the POC\nthe PR', ['PR']],
  ['nothing in links', 'https://example.org/POC <https://example.org|PR> CBO', ['CBO']],
  ['nothing in an empty text', '', []],
])('%s', (_, text, expected) => {
  expect(spotted(text)).toEqual(expected);
});

test('spots never overlap, and each is a label as it is written', () => {
  const piece = fc.constantFrom(
    'POC',
    'referral',
    'patient',
    'the',
    '`',
    '> ',
    '\n',
    ' ',
    'PR',
    'é',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const spots = spot(pieces.join(' '), LABELS);
      spots.forEach((one, index) => {
        expect(one.end).toBeGreaterThan(one.start);
        expect(one.start).toBeGreaterThanOrEqual(spots[index - 1]?.end ?? 0);
      });
    }),
  );
});
