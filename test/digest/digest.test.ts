import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenLines, type DigestLine, SLOTS } from '../../src/digest/digest-line.ts';
import {
  type DigestPlace,
  digestTimeIn,
  isStillUseful,
  latestDigest,
  nextDigest,
} from '../../src/digest/digest-turn.ts';

const line = (slot: DigestLine['slot'], weight = 1): DigestLine => ({
  slot,
  weight,
  text: `${slot} ${weight}`,
});

describe('six lines', () => {
  test('one of each kind first, in order, and a good thing keeps its place', () => {
    const given = [...SLOTS].reverse().flatMap((slot) => [line(slot, 1), line(slot, 2)]);
    expect(chosenLines(given).map(({ text }) => text)).toEqual([
      'late 2',
      'at_risk 2',
      'due 2',
      'moved 2',
      'good 2',
      'question 2',
    ]);
  });

  test('what is late or at risk may need all six', () => {
    const given = [line('good'), ...Array.from({ length: 7 }, (_, n) => line('at_risk', n))];
    const chosen = chosenLines(given);
    expect(chosen).toHaveLength(6);
    expect(chosen.map(({ slot }) => slot)).not.toContain('good');
  });

  test('never more than six, nothing twice, nothing made up, the weightiest of each kind', () => {
    const anyLine = fc.record({
      slot: fc.constantFrom(...SLOTS),
      weight: fc.integer({ min: 0, max: 5 }),
      text: fc.uuid(),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
        const chosen = chosenLines(lines);
        expect(chosen.length).toBe(Math.min(chosen.length, 6));
        expect(new Set(chosen).size).toBe(chosen.length);
        for (const one of chosen) {
          expect(lines).toContain(one);
          const better = lines.filter((l) => l.slot === one.slot && l.weight > one.weight);
          for (const other of better) expect(chosen).toContain(other);
        }
        if (lines.length > 0) expect(chosen.length).toBeGreaterThan(0);
      }),
    );
  });
});

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

test.each([
  ['tuesday 8:30', { weekday: 2, time: '08:30' }],
  ['Tue', { weekday: 2 }],
  ['fridays at 16.15', { weekday: 5, time: '16:15' }],
  ['07:05', { time: '07:05' }],
  ['someday', undefined],
  ['25:00', undefined],
  ['', undefined],
])('%s is read as %j', (words, expected) => expect(digestTimeIn(words)).toEqual(expected));
