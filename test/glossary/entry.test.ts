import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answeredBy,
  type Entry,
  type EntryStance,
  type OpenVersion,
  seenBy,
  statusOfEntry,
} from '../../src/glossary/entry.ts';

const ORGANIZATIONS = ['city', 'lantern', 'quillstone'] as const;
const KINDS = ['endorse', 'accept', 'concern', 'object'] as const;

const stance = (
  organizationId: string,
  kind: EntryStance['kind'],
  mayCount = true,
): EntryStance => ({
  organizationId,
  slackUserId: `U-${organizationId}`,
  name: `Somebody of ${organizationId}`,
  kind,
  reason: kind === 'object' || kind === 'concern' ? `reason of ${organizationId}` : undefined,
  mayCount,
});

const open = (organizationId: string, stances: readonly EntryStance[] = []): OpenVersion => ({
  version: 1,
  content: { definition: `definition of ${organizationId}` },
  organizationId,
  editorial: false,
  hasCarried: false,
  dueAt: undefined,
  stances,
});

const entry = (given: Partial<Entry> = {}): Entry => ({
  id: 'term',
  text: 'POC',
  conflict: undefined,
  isCollecting: false,
  labels: [{ text: 'POC', rating: 'admitted' }],
  agreed: undefined,
  open: undefined,
  usages: [],
  answered: [],
  latestVersion: 1,
  ...given,
});

const stances = fc.array(
  fc
    .tuple(fc.constantFrom(...ORGANIZATIONS), fc.constantFrom(...KINDS), fc.boolean())
    .map((given) => stance(...given)),
  { maxLength: 6 },
);

const entries = fc
  .record({
    by: fc.option(fc.constantFrom(...ORGANIZATIONS)),
    stances,
    meanings: fc.subarray([...ORGANIZATIONS]),
    isCollecting: fc.boolean(),
  })
  .map(({ by, stances, meanings, isCollecting }) => {
    const version = by ? open(by, stances) : undefined;
    const usages = meanings.map((organizationId) => ({
      organizationId,
      meaning: `meaning of ${organizationId}`,
      relation: 'same' as const,
    }));
    return entry({
      isCollecting,
      open: version,
      usages,
      answered: answeredBy({ usages, open: version }),
    });
  });

describe('G2: while meanings are collected', () => {
  test('nobody sees the meaning, definition or reason of another organization', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(...ORGANIZATIONS, undefined), (given, own) => {
        const seen = JSON.stringify(seenBy({ ...given, isCollecting: true }, own));
        for (const other of ORGANIZATIONS.filter((id) => id !== own)) {
          expect(seen).not.toMatch(new RegExp(`(meaning|definition|reason) of ${other}`));
        }
      }),
    );
  });

  test('each sees its own meaning and version', () => {
    const given = entry({
      isCollecting: true,
      open: open('city', [stance('city', 'concern')]),
      usages: [{ organizationId: 'city', meaning: 'meaning of city', relation: 'same' }],
      answered: ['city'],
    });
    expect(seenBy(given, 'city')).toEqual(given);
  });

  test('who has answered is no secret', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(...ORGANIZATIONS), (given, own) => {
        expect(seenBy(given, own).answered).toEqual(given.answered);
      }),
    );
  });

  test('what was agreed before stands for all', () => {
    const agreed = { version: 1, content: { definition: 'ours' }, agreedAt: new Date(0) };
    expect(seenBy(entry({ isCollecting: true, agreed }), 'city').agreed).toEqual(agreed);
  });
});

test('otherwise everybody sees the same', () => {
  fc.assert(
    fc.property(entries, fc.constantFrom(...ORGANIZATIONS, undefined), (given, own) => {
      const revealed = { ...given, isCollecting: false };
      expect(seenBy(revealed, own)).toBe(revealed);
    }),
  );
});

describe('who has given a meaning', () => {
  const usage = (organizationId: string, relation: 'same' | 'not_used' = 'same') => ({
    organizationId,
    meaning: relation === 'same' ? 'a run' : '',
    relation,
  });

  test.each([
    ['nobody', { usages: [], open: undefined }, []],
    ['who wrote one', { usages: [usage('city')], open: undefined }, ['city']],
    [
      'who does not use the word has answered too',
      { usages: [usage('city', 'not_used')], open: undefined },
      ['city'],
    ],
    ['who put a version forward', { usages: [], open: open('city') }, ['city']],
    [
      'who endorsed one or accepted it',
      {
        usages: [],
        open: open('city', [stance('lantern', 'endorse'), stance('quillstone', 'accept')]),
      },
      ['city', 'lantern', 'quillstone'],
    ],
    [
      'not whose yes does not count',
      { usages: [], open: open('city', [stance('lantern', 'endorse', false)]) },
      ['city'],
    ],
    [
      'not who objects or has a concern',
      {
        usages: [],
        open: open('city', [stance('lantern', 'object'), stance('quillstone', 'concern')]),
      },
      ['city'],
    ],
    [
      'each once',
      { usages: [usage('city')], open: open('city', [stance('city', 'endorse')]) },
      ['city'],
    ],
  ])('%s', (_, given, expected) => expect(answeredBy(given)).toEqual(expected));
});

describe('the status of an entry', () => {
  test.each([
    ['an objection that counts', [stance('lantern', 'object')], 'disputed'],
    ['one that does not count', [stance('lantern', 'object', false)], 'proposed'],
    ['a concern', [stance('lantern', 'concern')], 'proposed'],
  ])('with %s', (_, given, expected) =>
    expect(statusOfEntry(entry({ open: open('city', given) }))).toBe(expected),
  );
});
