import { describe, expect, test } from 'vitest';
import {
  type DigestPlace,
  digestBefore,
  digestTimeIn,
  isStillUseful,
  latestDigest,
  nextDigest,
} from '../../src/digest/digest-turn.ts';

function place(timeZone: string, closures: readonly string[] = []): DigestPlace {
  return {
    timeZone,
    calendar: { workingWeek: [1, 2, 3, 4, 5], closures: new Set(closures) },
    digest: { weekday: 1, time: '09:00', isStopped: false },
  };
}

describe('Monday at nine, their own nine', () => {
  test.each([
    ['America/Chicago', '2026-10-26T13:00:00Z', '2026-10-26T14:00:00.000Z'],
    // Summer time ends on 1 November in Chicago, and on 25 October in Berlin.
    ['America/Chicago', '2026-10-26T14:00:00Z', '2026-11-02T15:00:00.000Z'],
    ['Europe/Berlin', '2026-10-19T07:00:00Z', '2026-10-26T08:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-23T03:29:00Z', '2026-11-23T03:30:00.000Z'],
    ['America/Chicago', '2027-03-08T15:00:00Z', '2027-03-15T14:00:00.000Z'],
  ])('in %s after %s it is %s', (zone, after, expected) => {
    expect(nextDigest(place(zone), new Date(after)).toISOString()).toBe(expected);
  });

  test('on a day off, on the next day of work, and the week after on its day again', () => {
    const closed = place('America/Chicago', ['2027-01-18', '2027-01-19']);
    const first = nextDigest(closed, new Date('2027-01-17T00:00:00Z'));
    expect(first.toISOString()).toBe('2027-01-20T15:00:00.000Z');
    expect(nextDigest(closed, first).toISOString()).toBe('2027-01-25T15:00:00.000Z');
  });

  test('after a standstill the last one is caught up, while it is of use', () => {
    const chicago = place('America/Chicago');
    const after = new Date('2026-11-01T00:00:00Z');
    const now = new Date('2026-11-17T20:00:00Z');
    const latest = latestDigest(chicago, after, now);
    expect(latest?.toISOString()).toBe('2026-11-16T15:00:00.000Z');
    expect(isStillUseful(latest ?? now, now, chicago)).toBe(true);
    expect(isStillUseful(latest ?? now, new Date('2026-11-18T15:00:00Z'), chicago)).toBe(false);
  });
});

test('the digest before is the one of the week before, or of the day that it was moved to', () => {
  const before = (instant: string, closures: readonly string[] = []) =>
    digestBefore(place('America/Chicago', closures), new Date(instant))?.toISOString();
  expect(before('2026-11-16T15:00:00Z')).toBe('2026-11-09T15:00:00.000Z');
  expect(before('2027-01-25T15:00:00Z', ['2027-01-18'])).toBe('2027-01-19T15:00:00.000Z');
});

test.each([
  ['tuesday 8:30', { weekday: 2, time: '08:30' }],
  ['Tue', { weekday: 2 }],
  ['fridays at 16.15', { weekday: 5, time: '16:15' }],
  ['07:05', { time: '07:05' }],
  ['someday', undefined],
  ['25:00', undefined],
  ['', undefined],
])('%s is read as %j', (words, expected) => expect(digestTimeIn(words)).toEqual(expected));
