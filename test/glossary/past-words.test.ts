import { describe, expect, test } from 'vitest';
import { isRestorable, type PastWords, wordsSeenBy } from '../../src/glossary/past-words.ts';

const line = (id: number, what: string, organizationId: string, more: Partial<PastWords> = {}) => ({
  id,
  what,
  organizationId,
  version: undefined,
  content: undefined,
  meaning: undefined,
  before: undefined,
  isBlind: false,
  ...more,
});

const HISTORY = [
  line(1, 'agreements.proposed', 'city', { version: 1, content: { definition: 'put forward' } }),
  line(2, 'glossary.usage', 'lantern', { meaning: 'in the open' }),
  line(3, 'glossary.usage', 'quill', { meaning: 'first', isBlind: true }),
  line(4, 'glossary.usage', 'quill', { meaning: 'second', before: 'first', isBlind: true }),
  line(5, 'glossary.usage', 'city', { meaning: 'by mistake', isBlind: true }),
  line(6, 'glossary.taken-out', 'city', { meaning: 'by mistake', isBlind: true }),
];
const REVEALED = [
  ...HISTORY,
  line(7, 'glossary.usage', 'city', { meaning: 'better', isBlind: true }),
  line(8, 'glossary.revealed', 'city'),
  line(9, 'glossary.usage', 'quill', { meaning: 'third', before: 'second' }),
];

function words(lines: readonly PastWords[]): readonly string[] {
  return lines.flatMap((one) =>
    [one.content?.definition, one.meaning, one.before].filter((said) => said !== undefined),
  );
}

describe('the words of a history are read', () => {
  test.each([
    [
      'by nobody but their own while meanings are compared',
      HISTORY,
      'lantern',
      true,
      ['in the open'],
    ],
    ['all of them by their own', HISTORY, 'quill', true, ['first', 'second', 'first']],
    ['by nobody without an organization meanwhile', HISTORY, undefined, true, []],
    [
      'by all after the end, but for what was changed or taken out before',
      REVEALED,
      'lantern',
      false,
      ['put forward', 'in the open', 'second', 'better', 'third', 'second'],
    ],
  ] as const)('%s', (_, lines, organizationId, isCollecting, seen) => {
    expect(words(wordsSeenBy(lines, organizationId, isCollecting))).toEqual(seen);
  });
});

describe('words can be brought back', () => {
  const agreed = { version: 2, content: { definition: 'agreed' }, agreedAt: new Date(0) };
  const usages = [{ organizationId: 'quill', meaning: 'third', relation: 'same' as const }];
  const entry = { agreed, open: undefined, usages };
  const version = (of: number) =>
    line(1, 'agreements.proposed', 'city', { version: of, content: { definition: 'a' } });
  test.each([
    ['an earlier version, by anybody of an organization', version(1), 'lantern', true],
    ['not the version in force', version(2), 'lantern', false],
    ['not by who has no organization here', version(1), undefined, false],
    [
      'one’s own words of before',
      line(1, 'glossary.usage', 'quill', { meaning: 'a' }),
      'quill',
      true,
    ],
    [
      'not those that stand',
      line(1, 'glossary.usage', 'quill', { meaning: 'third' }),
      'quill',
      false,
    ],
    ['not another’s', line(1, 'glossary.usage', 'quill', { meaning: 'a' }), 'city', false],
    ['not what has no words', line(1, 'glossary.revealed', 'quill'), 'quill', false],
  ])('%s', (_, past, organizationId, expected) => {
    expect(isRestorable(past, entry, organizationId)).toBe(expected);
  });
});
