import { describe, expect, test } from 'vitest';
import { membershipOf, standingOf } from '../../src/checkins/checkin.ts';
import {
  agreedTime,
  countsOf,
  type GroupState,
  groupOf,
  type HeldRound,
  haveMetBefore,
  othersOf,
  type Place,
  pastOf,
  silentIn,
  stateSaid,
} from '../../src/checkins/held-round.ts';
import { OPENERS, openerFor } from '../../src/checkins/opener.ts';

const NINE = new Date('2026-12-02T15:00:00Z');
const TEN = new Date('2026-12-02T16:00:00Z');

function place(memberId: string, change: Partial<Place> = {}): Place {
  return {
    memberId,
    groupId: undefined,
    why: undefined,
    picks: [],
    answer: undefined,
    hasTapped: false,
    ...change,
  };
}

type GroupSaid = {
  readonly id: string;
  readonly ids: readonly string[];
  readonly state?: GroupState;
  readonly tapped?: readonly string[];
  readonly isTold?: boolean;
};

function held(
  number: number,
  groups: readonly GroupSaid[],
  waiting: readonly string[] = [],
): HeldRound {
  return {
    id: `round-${number}`,
    number,
    opensOn: '2026-12-01',
    meetBy: '2026-12-14',
    openedAt: NINE,
    closedAt: undefined,
    counts: { joined: 0, matched: 0, grouped: 0, met: 0 },
    groups: groups.map(({ id, ids, state = 'introduced', isTold = true }) => ({
      id,
      state,
      starterId: ids[0] ?? '',
      times: [],
      plannedAt: undefined,
      introducedAt: isTold ? NINE : undefined,
      channelId: undefined,
    })),
    places: [
      ...groups.flatMap(({ id: groupId, ids, tapped = [] }) =>
        ids.map((memberId) => place(memberId, { groupId, hasTapped: tapped.includes(memberId) })),
      ),
      ...waiting.map((memberId) => place(memberId, { why: 'numbers' })),
    ],
  };
}

describe('who is paused quietly at the close of a round', () => {
  const silent = [{ id: 'g', ids: ['ana', 'ben'] }];
  test.each<[string, HeldRound, readonly HeldRound[], readonly string[]]>([
    ['nobody after one round', held(1, silent), [], []],
    ['both after two', held(2, silent), [held(1, silent)], ['ana', 'ben']],
    [
      'not who tapped in this one',
      held(2, [{ id: 'g', ids: ['ana', 'ben'], tapped: ['ana'] }]),
      [held(1, silent)],
      ['ben'],
    ],
    [
      'not who tapped in the one before',
      held(2, silent),
      [held(1, [{ id: 'g', ids: ['ana', 'ben'], tapped: ['ben'] }])],
      ['ana'],
    ],
    [
      'nobody of a group that met',
      held(2, [{ id: 'g', ids: ['ana', 'ben'], state: 'met', tapped: ['ana'] }]),
      [held(1, silent)],
      [],
    ],
    [
      'nor of one that met before',
      held(2, silent),
      [held(1, [{ id: 'g', ids: ['ana', 'ben'], state: 'met' }])],
      [],
    ],
    ['nobody for a round in which they waited', held(2, [], ['ana']), [held(1, silent)], []],
    [
      'the round before is the last one in which they were introduced',
      held(3, silent),
      [held(2, [], ['ana', 'ben']), held(1, silent)],
      ['ana', 'ben'],
    ],
    [
      'nobody who was not told of it',
      held(2, [{ id: 'g', ids: ['ana', 'ben'], isTold: false }]),
      [held(1, silent)],
      [],
    ],
    [
      'one that nobody was told of is passed over',
      held(3, silent),
      [held(2, [{ id: 'g', ids: ['ana', 'ben'], isTold: false }]), held(1, silent)],
      ['ana', 'ben'],
    ],
  ])('%s', (_, closing, earlier, paused) => {
    expect(silentIn(closing, earlier)).toEqual(paused);
    expect(silentIn(closing, earlier.toReversed())).toEqual(paused);
  });
});

test.each([
  [[], undefined],
  [[undefined, undefined], undefined],
  [['not_this_time', undefined], 'not_this_time'],
  [['not_this_time', 'met'], 'met'],
  [['met', 'not_this_time'], 'met'],
  [[undefined, 'met', 'not_this_time'], 'met'],
] as const)('any “met” counts: %j is %s', (answers, state) => {
  expect(stateSaid(answers.map((answer) => place('x', { answer })))).toBe(state);
});

test('a time is agreed on when two have tapped on it', () => {
  const ana = place('ana', { picks: [NINE] });
  expect(agreedTime([ana, place('ben')], NINE)).toBeUndefined();
  expect(agreedTime([ana, place('ben', { picks: [TEN] })], NINE)).toBeUndefined();
  expect(agreedTime([ana, place('ben', { picks: [TEN, new Date(NINE)] })], NINE)).toEqual(NINE);
  expect(agreedTime([ana, ana, place('cem')], NINE)).toEqual(NINE);
});

test('counts leave out groups that ended, and say how many waited', () => {
  const round = held(
    1,
    [
      { id: 'a', ids: ['ana', 'ben', 'cem'], state: 'met' },
      { id: 'b', ids: ['dan', 'eve'], state: 'unknown' },
      { id: 'c', ids: [], state: 'ended' },
    ],
    ['fay'],
  );
  expect(countsOf(round)).toEqual({ joined: 6, matched: 5, grouped: 2, met: 1 });
});

test('what the next matching knows: groups, starters, and who waited', () => {
  const round = held(
    4,
    [
      { id: 'a', ids: ['ana', 'ben'] },
      { id: 'b', ids: ['cem'] },
    ],
    ['fay'],
  );
  expect(pastOf([round])).toEqual([
    {
      number: 4,
      groups: [{ memberIds: ['ana', 'ben'], starterId: 'ana' }],
      waitingIds: ['fay'],
    },
  ]);
  expect(othersOf(round, 'ana')).toEqual(['ben']);
  expect(othersOf(round, 'fay')).toEqual([]);
  expect(groupOf(round, 'fay')).toBeUndefined();
});

test('a deeper opener is for those who were all introduced to each other before', () => {
  const rounds = [held(2, [{ id: 'a', ids: ['ana', 'ben', 'cem'] }]), held(3, [])];
  expect(haveMetBefore(rounds, 3, ['ana', 'ben'])).toBe(true);
  expect(haveMetBefore(rounds, 2, ['ana', 'ben'])).toBe(false);
  expect(haveMetBefore(rounds, 3, ['ana', 'dan'])).toBe(false);
  const deeper = new Set(OPENERS.filter(({ isDeeper }) => isDeeper).map(({ text }) => text));
  const ids = Array.from({ length: 200 }, (_, n) => `group-${n}`);
  expect(deeper.size).toBe(6);
  expect(ids.filter((id) => deeper.has(openerFor(id, false)))).toEqual([]);
  expect(ids.some((id) => deeper.has(openerFor(id, true)))).toBe(true);
  expect(openerFor('group-1', true)).toBe(openerFor('group-1', true));
});

test.each([
  [undefined, '2026-12-01', 'out'],
  [{ memberId: 'a', state: 'left', pausedUntil: undefined }, '2026-12-01', 'out'],
  [{ memberId: 'a', state: 'joined', pausedUntil: undefined }, '2026-12-01', 'joined'],
  [{ memberId: 'a', state: 'paused', pausedUntil: '2026-12-01' }, '2026-12-01', 'paused'],
  [{ memberId: 'a', state: 'paused', pausedUntil: '2026-11-30' }, '2026-12-01', 'joined'],
  [{ memberId: 'a', state: 'paused', pausedUntil: undefined }, '2099-12-01', 'paused'],
] as const)('%j on %s: %s', (checkin, today, state) => {
  expect(standingOf(checkin, today).state).toBe(state);
  if (checkin?.state === 'paused') {
    expect(membershipOf(checkin)).toMatchObject({ state: 'paused', until: expect.any(String) });
  }
});
