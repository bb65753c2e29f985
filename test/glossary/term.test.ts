import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import { normalize } from '../../src/glossary/normalize.ts';
import {
  agreedShare,
  isSameMeaning,
  statusOf,
  TERM_LIMIT,
  type TermChange,
  type TermContent,
  termFault,
  withChange,
} from '../../src/glossary/term.ts';

describe('the status of a term', () => {
  const inForce = { agreementInForce: { deprecated: false } };
  const retired = { agreementInForce: { deprecated: true } };
  const open = { openProposal: { objections: 0 } };
  const objected = { openProposal: { objections: 1 } };

  test.each([
    ['put forward', open, 'proposed'],
    ['objected to', objected, 'disputed'],
    ['agreed', inForce, 'agreed'],
    ['agreed, with a change put forward', { ...inForce, ...open }, 'agreed'],
    ['agreed, with a change objected to', { ...inForce, ...objected }, 'agreed'],
    ['retired', retired, 'deprecated'],
    ['retired, with a new version put forward', { ...retired, ...open }, 'deprecated'],
    ['withdrawn', {}, 'withdrawn'],
  ] as const)('%s', (_, given, expected) => expect(statusOf(given)).toBe(expected));
});

describe('the share that is agreed', () => {
  const rounded = (share: number | undefined) => share && Math.round(share * 1_000) / 1_000;

  test('G9: of the sample, where the retired term is left out', () => {
    const count = (status: string) => sample.terms.filter((term) => term.status === status).length;
    const [agreed, proposed, disputed] = [count('agreed'), count('proposed'), count('disputed')];
    expect([agreed, proposed, disputed, count('deprecated')]).toEqual([28, 1, 2, 1]);
    expect(rounded(agreedShare({ agreed, proposed, disputed }))).toBe(0.903);
  });

  test.each([
    [0, 0, 0, undefined],
    [0, 3, 1, 0],
    [5, 0, 0, 1],
    [1, 1, 1, 0.333],
  ])('%i agreed, %i proposed, %i disputed: %s', (agreed, proposed, disputed, expected) =>
    expect(rounded(agreedShare({ agreed, proposed, disputed }))).toBe(expected),
  );
});

test('what may be a term is something when it is normalized', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 8 }), (text) => {
      if (termFault(text) === undefined) expect(normalize(text)).not.toBe('');
    }),
    { numRuns: 1_000, examples: [['\u3164'], ['\u{E0041}'], ['ᅟ']] },
  );
});

describe('what may be a term', () => {
  test.each([
    'MOU',
    'go-live',
    'R&D',
    '24/7',
    'C++',
    '#1 priority',
    '合意',
    'מזכר',
    'x',
    '🚀 launch',
    'data sharing (interim)',
    ' MOU ',
    'a'.repeat(TERM_LIMIT),
    '😀'.repeat(40).slice(0, 78).concat('ab'),
  ])('%s', (text) => expect(termFault(text)).toBeUndefined());

  test.each([
    ['', 'Which term?'],
    ['  \n ', 'Which term?'],
    ['\u200B', 'no letter or number'],
    ['🚀', 'no letter or number'],
    ['...', 'no letter or number'],
    ['a'.repeat(TERM_LIMIT + 1), '81 characters'],
    ['two\nlines', 'one line'],
    ['two\rlines', 'one line'],
    ['two\u2028lines', 'one line'],
    ['https://example.org', 'link'],
    ['HTTP://example.org', 'link'],
    ['<https://example.org|site>', 'link'],
    ['<https://example.org>', 'link'],
    ['mailto:a@example.org', 'link'],
    ['@lena', 'person or a channel'],
    ['<@U123>', 'person or a channel'],
    ['<#C123|open-doors>', 'person or a channel'],
    ['#open-doors', 'person or a channel'],
    ['<!channel>', 'person or a channel'],
  ])('%j is none: %s', (text, why) => expect(termFault(text) ?? 'nothing').toContain(why));
});

test('a meaning is the same whatever its case, spaces and full stop', () => {
  expect(isSameMeaning('A signed agreement.', 'a  signed agreement')).toBe(true);
  expect(isSameMeaning('A signed agreement', 'a signed contract')).toBe(false);
});

describe('what a change does not name stays', () => {
  const standing: TermContent = {
    definition: 'before',
    preferredLabel: 'open case',
    example: 'A lost card',
    sayInstead: { city: 'file', lantern: 'visit' },
  };
  test.each<[string, TermChange, Partial<TermContent>]>([
    ['a definition alone', { definition: 'after' }, { ...standing, definition: 'after' }],
    [
      'a part that is emptied goes',
      { definition: 'after', example: undefined, preferredLabel: '' },
      { definition: 'after', sayInstead: { city: 'file', lantern: 'visit' } },
    ],
    [
      'each organization’s own word is a part of its own',
      { definition: 'after', sayInstead: { city: '', quillstone: 'ticket' } },
      { ...standing, definition: 'after', sayInstead: { lantern: 'visit', quillstone: 'ticket' } },
    ],
    [
      'the last of those goes with it',
      { definition: 'after', sayInstead: { city: '', lantern: '' } },
      { definition: 'after', preferredLabel: 'open case', example: 'A lost card' },
    ],
  ])('%s', (_, change, expected) => {
    expect(withChange(standing, change)).toEqual(expected);
  });
  test('of nothing that stands, the change is all', () => {
    expect(withChange(undefined, { definition: 'new' })).toEqual({ definition: 'new' });
  });
});
