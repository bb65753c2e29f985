import { describe, expect, test } from 'vitest';
import { confusionOf, needsReview } from '../../src/glossary/review.ts';
import {
  decodeReviewed,
  dueForReview,
  encodeReviewed,
  type ReviewCandidate,
} from '../../src/upkeep/review.ts';

const NOW = new Date('2027-11-24T15:00:00Z');

function candidate(termId: string, lookedAt: string, flags = ''): ReviewCandidate {
  const organizations = flags.split(' ').filter(Boolean);
  return {
    termId,
    version: 1,
    lookedAt: new Date(lookedAt),
    flags: organizations.map((organizationId) => ({ organizationId })),
  };
}

test.each([
  ['nobody', '', false],
  ['three of one', 'city city city', false],
  ['two of two', 'city lantern', false],
  ['three of two', 'city city lantern', true],
  ['three of three', 'city lantern quillstone', true],
])('%s confused: a review is %s %s', (_, flags, expected) =>
  expect(needsReview(confusionOf(candidate('a', '2027-01-01', flags).flags))).toBe(expected),
);

describe('due for review', () => {
  const due = (...candidates: readonly ReviewCandidate[]) =>
    dueForReview(candidates, NOW).map(({ termId }) => termId);

  test.each([
    ['a year to the moment', candidate('a', '2026-11-24T15:00:00Z'), ['a']],
    ['a moment less', candidate('a', '2026-11-24T15:00:01Z'), []],
    ['confusing yesterday', candidate('a', '2027-11-23', 'city city lantern'), ['a']],
    ['confusing to one organization', candidate('a', '2027-11-23', 'city city city'), []],
  ])('%s', (_, given, expected) => expect(due(given)).toEqual(expected));

  test('first what confuses, then what was looked at longest ago', () =>
    expect(
      due(
        candidate('young', '2026-11-01'),
        candidate('confusing', '2027-10-01', 'city lantern lantern'),
        candidate('old', '2026-01-01'),
        candidate('new', '2027-11-01'),
      ),
    ).toEqual(['confusing', 'old', 'young']));
});

test('what a review is about survives a job and a button', () => {
  const reviewed = [
    { termId: 'a', version: 1 },
    { termId: 'b', version: 12 },
  ];
  expect(decodeReviewed(encodeReviewed(reviewed))).toEqual(reviewed);
  expect(decodeReviewed('')).toEqual([]);
});
