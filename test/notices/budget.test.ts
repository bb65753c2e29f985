import { describe, expect, test } from 'vitest';
import { type Ready, type Sent, spend } from '../../src/notices/budget.ts';

const CHICAGO = 'America/Chicago';
/** Tuesday, 09:00 in Chicago. */
const NOW = new Date('2026-11-24T15:00:00Z');
const DAY_MS = 86_400_000;

function ready(id: string, given: Partial<Ready> = {}): Ready {
  const notBefore = new Date('2026-11-24T12:00:00Z');
  return { id, kind: 'tests.asks', about: id, rank: 9, notBefore, isUrgent: false, ...given };
}

const red = (id: string, given: Partial<Ready> = {}) =>
  ready(id, { kind: 'milestones.red', rank: 1, isUrgent: true, ...given });

function sent(daysAgo: number, ...told: readonly Ready[]): Sent {
  return { at: new Date(NOW.getTime() - daysAgo * DAY_MS), told };
}

function spent(notices: readonly Ready[], messages: readonly Sent[] = [], now = NOW) {
  const { tell, lookAt } = spend({ ready: notices, sent: messages, now, timeZone: CHICAGO });
  return { told: tell.map(({ id }) => id), lookAt: lookAt?.toISOString() };
}

const TOMORROW = '2026-11-25T06:00:00.000Z';

describe('the budget', () => {
  test('D3: three that fall on one day are one message, in the order of rank', () => {
    const three = [ready('coffee', { rank: 6 }), ready('promise', { rank: 2 }), red('red')];
    expect(spent(three)).toEqual({ told: ['red', 'promise', 'coffee'], lookAt: undefined });
  });

  test('of one rank, what has waited longest goes first', () => {
    const earlier = new Date('2026-11-20T12:00:00Z');
    expect(spent([ready('a'), ready('b', { notBefore: earlier })]).told).toEqual(['b', 'a']);
  });

  test('one message a day, by the person’s own day', () => {
    const today = sent(0.1);
    expect(spent([ready('a')], [today])).toEqual({ told: [], lookAt: TOMORROW });
    // 18 hours ago was yesterday in Chicago.
    expect(spent([ready('a')], [sent(0.75)])).toEqual({ told: ['a'], lookAt: undefined });
  });

  test('D4: a third in seven days waits until the first of them is a week old', () => {
    const two = [sent(6), sent(1)];
    expect(spent([ready('a')], two)).toEqual({ told: [], lookAt: '2026-11-25T15:00:00.000Z' });
    expect(spent([ready('a')], [sent(7), sent(1)]).told).toEqual(['a']);
  });

  test('D4: but not a red milestone that they own, which takes with it what waits', () => {
    const two = [sent(6), sent(1)];
    expect(spent([ready('a'), red('r')], two)).toEqual({ told: ['r', 'a'], lookAt: undefined });
    expect(spent([red('r')], [sent(0.1)]).told).toEqual(['r']);
  });

  test('the same red milestone is told once a day, and another one all the same', () => {
    const today = sent(0.1, red('old', { about: 'm1' }));
    expect(spent([red('new', { about: 'm1' })], [today])).toEqual({ told: [], lookAt: TOMORROW });
    const both = [red('new', { about: 'm1' }), red('other', { about: 'm2' })];
    expect(spent(both, [today])).toEqual({ told: ['other'], lookAt: TOMORROW });
  });

  test('five parts at the most; the rest wait for the next message', () => {
    const seven = Array.from({ length: 7 }, (_, n) => ready(`n${n}`));
    expect(spent(seven)).toEqual({ told: ['n0', 'n1', 'n2', 'n3', 'n4'], lookAt: TOMORROW });
    // It is the second of this week.
    expect(spent(seven, [sent(3)]).lookAt).toBe('2026-11-28T15:00:00.000Z');
  });

  test('what is urgent is never what is left out, whatever its rank', () => {
    const six = Array.from({ length: 6 }, (_, n) => ready(`n${n}`, { rank: 2 }));
    const { told } = spent([...six, ready('u', { isUrgent: true })]);
    expect(told).toEqual(['n0', 'n1', 'n2', 'n3', 'u']);
  });

  test('nothing is nothing', () => expect(spent([])).toEqual({ told: [], lookAt: undefined }));
});

test('a digest is the message of its day, and none of the two of its week', () => {
  const digest = { at: new Date('2026-11-30T15:00:00Z'), told: [], isDigest: true };
  const given = { ready: [ready('a')], timeZone: 'America/Chicago' };
  const monday = new Date('2026-11-30T16:00:00Z');
  expect(spend({ ...given, sent: [digest], now: monday })).toEqual({
    tell: [],
    lookAt: new Date('2026-12-01T06:00:00Z'),
  });
  const one = { at: new Date('2026-11-27T16:00:00Z'), told: [] };
  const tuesday = new Date('2026-12-01T16:00:00Z');
  expect(spend({ ...given, sent: [one, digest], now: tuesday }).tell).toHaveLength(1);
});

test('what was red when the digest told of it waits three days; of another partnership it told nothing', () => {
  const digest = { at: new Date('2026-11-30T15:00:00Z'), told: [], isDigest: true };
  const own = { ...digest, isOwnDigest: true };
  const since = (day: string) => red('r', { notBefore: new Date(`${day}T15:30:00Z`) });
  const told = (day: string, one: Ready, message: Sent) =>
    spend({
      ready: [one],
      sent: [message],
      now: new Date(`${day}T16:00:00Z`),
      timeZone: CHICAGO,
    }).tell.length;
  expect(told('2026-11-30', since('2026-11-30'), own)).toBe(0);
  expect(told('2026-12-02', since('2026-11-30'), own)).toBe(0);
  expect(told('2026-12-03', since('2026-11-30'), own)).toBe(1);
  expect(told('2026-12-01', since('2026-12-01'), own)).toBe(1);
  expect(told('2026-11-30', since('2026-11-30'), digest)).toBe(1);
});

test('the same question does not come again before the third day', () => {
  const told = { at: new Date('2026-12-01T16:00:00Z'), told: [ready('a')] };
  const given = { ready: [ready('a')], sent: [told], timeZone: 'America/Chicago' };
  const on = (day: number) => spend({ ...given, now: new Date(`2026-12-0${day}T16:00:00Z`) });
  expect(on(2).tell).toEqual([]);
  expect(on(3)).toEqual({ tell: [], lookAt: new Date('2026-12-04T06:00:00Z') });
  expect(on(4).tell).toHaveLength(1);
});
