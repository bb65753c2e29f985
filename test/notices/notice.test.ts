import { expect, test } from 'vitest';
import { type Notice, sortOut, spreadOf } from '../../src/notices/notice.ts';

const NOW = new Date('2026-11-24T15:00:00Z');

function notice(id: string, given: Partial<Notice> = {}): Notice {
  return {
    id,
    memberId: 'm',
    kind: 'tests.asks',
    about: id,
    occasion: '1',
    notBefore: new Date('2026-11-24T12:00:00Z'),
    staleAt: new Date('2026-12-24T12:00:00Z'),
    ...given,
  };
}

function sorted(...open: readonly Notice[]) {
  const { ended, due, nextAt } = sortOut(open, { stops: new Set(['pulse.reminder']), now: NOW });
  const ends = Object.fromEntries(ended.map(({ id, end }) => [id, end]));
  return { ends, due: due.map(({ id }) => id), nextAt };
}

test('what is stale or stopped is not told, what is early waits, and of two that say the same the newer is told', () => {
  const early = new Date('2026-11-26T12:00:00Z');
  expect(
    sorted(
      notice('stale', { staleAt: NOW }),
      notice('stopped', { kind: 'pulse.reminder' }),
      notice('invited', { kind: 'pulse.invitation' }),
      notice('newer', { about: 'x', occasion: '2', notBefore: NOW }),
      notice('older', { about: 'x', occasion: '1' }),
      notice('early', { about: 'x', occasion: '3', notBefore: early }),
    ),
  ).toEqual({
    ends: { stale: 'stale', stopped: 'stopped', older: 'moot' },
    due: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === 'invited,newer'),
    nextAt: early,
  });
});

test('what waits too long for its time is stale whether it was stopped or not', () => {
  expect(sorted(notice('a', { kind: 'pulse.reminder', staleAt: NOW })).ends).toEqual({
    a: 'stale',
  });
});

test('people are spread over twenty minutes, each always to the same second', () => {
  const ids = Array.from({ length: 500 }, () => crypto.randomUUID());
  const spreads = ids.map(spreadOf);
  expect(spreads).toEqual(ids.map(spreadOf));
  expect(Math.min(...spreads)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...spreads)).toBeLessThan(1_200);
  expect(new Set(spreads).size).toBeGreaterThan(200);
});
