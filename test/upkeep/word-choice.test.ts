import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, EntryStance } from '../../src/glossary/entry.ts';
import {
  type Candidate,
  inTurn,
  isSettled,
  waitsForAnswers,
} from '../../src/upkeep/word-choice.ts';

const NOW = new Date('2026-12-01T15:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

function candidate(termId: string, given: Partial<Candidate> = {}): Candidate {
  return { termId, isAmbiguous: false, since: daysAgo(10), lastPutAt: undefined, ...given };
}

const first = (...candidates: readonly Candidate[]) => inTurn(candidates, NOW)[0]?.termId;

describe('whose turn it is', () => {
  test('nobody’s, where nothing is open', () => expect(first()).toBeUndefined());

  test.each([
    ['what waits longest', [candidate('a'), candidate('b', { since: daysAgo(20) })], 'b'],
    [
      'one word with two meanings before what waits longer',
      [candidate('a', { since: daysAgo(90) }), candidate('b', { isAmbiguous: true })],
      'b',
    ],
    [
      'what never had a turn before what had one',
      [
        candidate('a', { isAmbiguous: true, since: daysAgo(6), lastPutAt: daysAgo(7) }),
        candidate('b'),
      ],
      'b',
    ],
    [
      'what had its turn longest ago',
      [
        candidate('a', { since: daysAgo(1), lastPutAt: daysAgo(14) }),
        candidate('b', { since: daysAgo(1), lastPutAt: daysAgo(21) }),
      ],
      'b',
    ],
    [
      'not what nobody moved since its turn',
      [candidate('a', { lastPutAt: daysAgo(7) })],
      undefined,
    ],
    [
      'what has a new version since its turn',
      [candidate('a', { since: daysAgo(3), lastPutAt: daysAgo(7) })],
      'a',
    ],
    [
      'what has rested for a quarter',
      [candidate('a', { since: daysAgo(100), lastPutAt: daysAgo(84) })],
      'a',
    ],
  ])('%s', (_, candidates, expected) => expect(first(...candidates)).toBe(expected));

  test('does not depend on the order in which they come', () => {
    const days = fc.integer({ min: 0, max: 200 }).map(daysAgo);
    const one = fc.record({
      termId: fc.uuid(),
      isAmbiguous: fc.boolean(),
      since: days,
      lastPutAt: fc.option(days, { nil: undefined }),
    });
    const some = fc.uniqueArray(one, { selector: ({ termId }) => termId });
    fc.assert(
      fc.property(some, (candidates) => {
        expect(inTurn(candidates.toReversed(), NOW)).toEqual(inTurn(candidates, NOW));
      }),
    );
  });
});

const stance = (organizationId: string, kind: EntryStance['kind']): EntryStance => ({
  organizationId,
  slackUserId: 'U1',
  name: 'Renata',
  kind,
  reason: undefined,
  mayCount: true,
});

function entryOf(given: Partial<Entry>, stances: readonly EntryStance[] = []): Entry {
  const content = { definition: 'A written agreement' };
  return {
    id: 't',
    text: 'MOU',
    conflict: undefined,
    isCollecting: false,
    labels: [],
    agreed: undefined,
    open: {
      version: 1,
      content,
      organizationId: 'city',
      editorial: false,
      hasCarried: false,
      dueAt: undefined,
      stances,
    },
    usages: [],
    answered: ['city'],
    latestVersion: 1,
    ...given,
  };
}

const agreed = { version: 1, content: { definition: 'x' }, agreedAt: NOW };
const present = ['city', 'lantern'];

test.each([
  ['proposed', entryOf({}), true, false],
  ['waiting for its days only', entryOf({}, [stance('lantern', 'endorse')]), false, false],
  ['disputed', entryOf({}, [stance('lantern', 'object')]), true, false],
  ['being compared', entryOf({ isCollecting: true, open: undefined }), true, false],
  [
    'being compared, all written',
    entryOf({ isCollecting: true, open: undefined, answered: present }),
    false,
    false,
  ],
  ['agreed', entryOf({ agreed, open: undefined }), false, true],
  ['agreed, with a change', entryOf({ agreed }), false, true],
  ['withdrawn', entryOf({ open: undefined }), false, true],
])('a term that is %s', (_, entry, waits, settled) => {
  expect(waitsForAnswers(entry, present)).toBe(waits);
  expect(isSettled(entry)).toBe(settled);
});
