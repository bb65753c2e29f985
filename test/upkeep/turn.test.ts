import { describe, expect, test } from 'vitest';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import type { Partnership, Stage } from '../../src/partnerships/partnership.ts';
import { maySpeak } from '../../src/partnerships/workplaces.ts';
import type { Workplace } from '../../src/time/calendar.ts';
import { timingOf } from '../../src/time/timing.ts';
import { turnSince, WORD_DAY, wordStage } from '../../src/upkeep/turn.ts';

const places = sample.organizations.map(
  ({ timeZone, workingWeek, closures }): Workplace => ({
    timeZone,
    calendar: { workingWeek, closures: new Set(closures) },
  }),
);

describe('what was due is done', () => {
  const dueAt = '2026-12-01T15:00:00Z';

  test.each([
    ['not before its time', '2026-12-01T14:59:59Z', 'not-yet'],
    ['on time', '2026-12-01T15:00:00Z', 'now'],
    ['up to an hour later, when Berlin has gone home', '2026-12-01T15:59:59Z', 'now'],
    ['the next time when all are at work', '2026-12-01T16:30:00Z', '2026-12-02T15:00:00.000Z'],
    ['not at night', '2026-12-02T04:00:00Z', '2026-12-02T15:00:00.000Z'],
    ['not at the weekend', '2026-12-05T15:00:00Z', '2026-12-07T15:00:00.000Z'],
    ['at once where all are at work', '2026-12-03T15:20:00Z', 'now'],
  ])('%s', (_, now, expected) => {
    const timing = timingOf(places, new Date(dueAt), new Date(now));
    expect(typeof timing === 'string' ? timing : timing.makeUpAt.toISOString()).toBe(expected);
  });

  test('not on a day that was closed after it was appointed, but at the next opening', () => {
    const [first, ...others] = places;
    const closures = new Set([...(first?.calendar.closures ?? []), '2026-12-01']);
    const closed = {
      timeZone: 'UTC',
      ...first,
      calendar: { workingWeek: [1, 2, 3, 4, 5], closures },
    };
    const timing = timingOf([closed, ...others], new Date(dueAt), new Date(dueAt));
    expect(timing).toEqual({ makeUpAt: new Date('2026-12-02T15:00:00Z') });
  });

  test('a turn at this very moment is one', () =>
    expect(turnSince(WORD_DAY, places, new Date(dueAt))).toEqual(new Date(dueAt)));
});

describe('the word of the week', () => {
  test.each([
    ['has just been put', '2026-12-01T15:00:00Z', '2026-12-01T15:00:00Z', 'fresh'],
    ['has had two days', '2026-12-01T15:00:00Z', '2026-12-03T15:00:00Z', 'fresh'],
    ['has had its days', '2026-12-01T15:00:00Z', '2026-12-04T15:00:00Z', 'once-more'],
    ['is there at the next turn', '2026-12-01T15:00:00Z', '2026-12-08T15:00:00Z', 'once-more'],
    ['still, a little later', '2026-12-01T15:00:00Z', '2026-12-08T18:00:00Z', 'once-more'],
    ['at the turn after that', '2026-12-01T15:00:00Z', '2026-12-15T15:00:00Z', 'gives-way'],
    ['half a year later', '2026-12-01T15:00:00Z', '2027-06-01T15:00:00Z', 'gives-way'],
    // Thanksgiving: the City has two working days until Tuesday.
    ['over a holiday', '2026-11-25T15:00:00Z', '2026-12-01T15:00:00Z', 'fresh'],
    ['the turn after a holiday', '2026-11-25T15:00:00Z', '2026-12-08T15:00:00Z', 'once-more'],
    ['the one after that', '2026-11-25T15:00:00Z', '2026-12-15T15:00:00Z', 'gives-way'],
  ])('%s: opened %s, now %s', (_, openedAt, now, expected) =>
    expect(wordStage({ places, openedAt: new Date(openedAt), now: new Date(now) })).toBe(expected),
  );

  test('of somebody who never works stays, and no clock stops', () => {
    const never = [{ timeZone: 'UTC', calendar: { workingWeek: [], closures: new Set<string>() } }];
    const given = { openedAt: new Date('2026-12-01T15:00:00Z'), now: new Date('2027-12-01') };
    expect(wordStage({ ...given, places: never })).toBe('fresh');
  });
});

describe('a partnership hears something unasked', () => {
  const organization = { hasLeft: false } as Partnership['organizations'][number];
  const given = {
    stage: 'delivering' as Stage,
    channelIds: ['C1'],
    organizations: [organization, organization],
  } as unknown as Partnership;

  test.each([
    ['usually', given, true],
    ['not while it closes', { ...given, stage: 'closing' as const }, false],
    ['not after it has closed', { ...given, stage: 'closed' as const }, false],
    ['not without a channel', { ...given, channelIds: [] }, false],
    [
      'not alone',
      { ...given, organizations: [organization, { ...organization, hasLeft: true }] },
      false,
    ],
  ])('%s', (_, partnership, expected) => expect(maySpeak(partnership)).toBe(expected));
});
