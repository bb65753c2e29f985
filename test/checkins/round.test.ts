import { describe, expect, test } from 'vitest';
import { type PastRound, readHistory } from '../../src/checkins/round.ts';

const round = (number: number, ...groups: readonly (readonly string[])[]): PastRound => ({
  number,
  groups: groups.map((memberIds) => ({ memberIds, starterId: memberIds[0] })),
  waitingIds: [],
});

/** Ada is 0, Ben 1, Cas 2, Dot 3. */
const IDS = ['ada', 'ben', 'cas', 'dot'];

describe('what is remembered of the rounds before', () => {
  test('how long ago two were in one group, in either order', () => {
    const history = readHistory([round(1, ['ada', 'ben']), round(3, ['ben', 'cas'])], IDS, 5);
    expect([history.roundsSince(0, 1), history.roundsSince(1, 0)]).toEqual([4, 4]);
    expect([history.roundsSince(1, 2), history.roundsSince(0, 3)]).toEqual([2, undefined]);
  });

  test('a group of three was three pairs', () => {
    const history = readHistory([round(1, ['ada', 'ben', 'cas'])], IDS, 2);
    expect([
      history.roundsSince(0, 1),
      history.roundsSince(0, 2),
      history.roundsSince(1, 2),
    ]).toEqual([1, 1, 1]);
  });

  test('the third time running is one after the last two rounds, and no other', () => {
    const thrice = (...numbers: readonly number[]) =>
      readHistory(
        numbers.map((number) => round(number, ['ada', 'ben'])),
        IDS,
        5,
      ).isThirdRunning(1, 0);
    expect([thrice(3, 4), thrice(4, 3), thrice(1, 2, 3, 4)]).toEqual([true, true, true]);
    expect([thrice(2, 4), thrice(2, 3), thrice(4), thrice()]).toEqual([false, false, false, false]);
  });

  test('only who was in no group of the last round has waited', () => {
    const past = [
      { ...round(3), waitingIds: ['ada'] },
      { ...round(4), waitingIds: ['ben', 'gone'] },
    ];
    expect(IDS.map((_, place) => readHistory(past, IDS, 5).waited(place))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  test('the round in which somebody last started', () => {
    const history = readHistory([round(1, ['ada', 'ben']), round(4, ['ada', 'gone'])], IDS, 5);
    expect([history.lastStarted(0), history.lastStarted(1)]).toEqual([4, 0]);
  });

  test('groups of the round itself, made for who joined late, are remembered too', () =>
    expect(readHistory([round(5, ['ada', 'ben'])], IDS, 5).roundsSince(0, 1)).toBe(0));
});
