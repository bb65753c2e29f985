import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/glossary/entry.ts';
import { mayRemind, pointersIn, type Reminded } from '../../src/spotting/reminder.ts';

const NOW = new Date('2026-11-24T15:00:00Z');
const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

function reminded(termId: string, at: string, isMuted = false): Reminded {
  return { termId, remindedAt: new Date(at), isMuted };
}

describe('the budget (domain 3.2.8)', () => {
  test.each<[string, readonly Reminded[], boolean]>([
    ['a first reminder', [], true],
    ['another word on the same day', [reminded('t2', '2026-11-24T08:00:00Z')], false],
    ['another word the next day', [reminded('t2', '2026-11-23T23:59:00Z')], true],
    ['the same word after 13 days', [reminded('t1', '2026-11-11T15:00:00Z')], false],
    ['the same word after 14 days', [reminded('t1', '2026-11-10T15:00:00Z')], true],
    ['a word that was muted long ago', [reminded('t1', '2025-11-10T15:00:00Z', true)], false],
  ])('%s', (_, before, may) => {
    expect(mayRemind('t1', before, { now: NOW, dayOf })).toBe(may);
  });
});

function entryOf(text: string, more: Partial<Entry>): Entry {
  return {
    id: text,
    text,
    conflict: undefined,
    isCollecting: false,
    labels: [],
    agreed: { version: 1, content: { definition: 'x' }, agreedAt: NOW },
    open: undefined,
    usages: [],
    answered: [],
    latestVersion: 1,
    ...more,
  };
}

describe('what is pointed out', () => {
  const homonym = entryOf('PR', { conflict: 'homonym' });
  const retired = entryOf('RAG', {});
  test.each([
    ['an agreed homonym', { entry: homonym, avoided: [] }, ['homonym']],
    ['a homonym by a spelling that is retired', { entry: homonym, avoided: ['p/r'] }, ['avoided']],
    ['a retired spelling', { entry: retired, avoided: ['RAG'] }, ['avoided']],
    ['an ordinary term', { entry: retired, avoided: [] }, []],
    ['a homonym that nobody agreed', { entry: { ...homonym, agreed: undefined }, avoided: [] }, []],
    [
      'a word that is being compared',
      { entry: { ...homonym, isCollecting: true }, avoided: [] },
      [],
    ],
    ['letters that everybody knows', { entry: { ...homonym, text: 'US' }, avoided: [] }, []],
  ] as const)('%s', (_, used, kinds) => {
    expect(pointersIn([used]).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('several meanings come before what is retired', () => {
    const found = pointersIn([
      { entry: retired, avoided: ['RAG'] },
      { entry: homonym, avoided: [] },
    ]);
    expect(found.map(({ entry }) => entry.id)).toEqual(['PR', 'RAG']);
  });
});
