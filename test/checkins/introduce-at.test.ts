import { expect, test } from 'vitest';
import { daysOf } from '../../src/checkins/cadence.ts';
import { introduceAt } from '../../src/checkins/introduce-at.ts';
import { clocksAt } from '../../src/checkins/slack/words.ts';
import { writeEvent } from '../../src/checkins/write-event.ts';
import { workplace } from '../support/participants.ts';

const at = (timeZone: string, quiet: readonly [string, string] = ['18:00', '08:00']) => ({
  ...workplace(timeZone),
  quietHours: { from: quiet[0], to: quiet[1] },
});

test.each([
  ['at once, where all are at work', ['America/Chicago', 'Europe/Berlin'], '15:20', '15:20'],
  ['when the one in the west begins', ['America/Chicago', 'Europe/Berlin'], '10:00', '15:00'],
  [
    'the next morning, when one has gone home',
    ['America/Chicago', 'Europe/Berlin'],
    '16:30',
    '+15:00',
  ],
  [
    'of three, when the last one begins',
    ['America/Chicago', 'Europe/Berlin', 'Europe/London'],
    '09:00',
    '15:00',
  ],
  [
    'when the first may be written to, where no hour is shared',
    ['America/Los_Angeles', 'Asia/Kolkata'],
    '12:00',
    '17:00',
  ],
])('a group is introduced %s', (_, zones, after, expected) => {
  const on = expected.startsWith('+') ? '2026-12-02' : '2026-12-01';
  const found = introduceAt(
    zones.map((zone) => at(zone)),
    {
      after: new Date(`2026-12-01T${after}:00Z`),
      days: daysOf('2026-12-01', '2026-12-14'),
    },
  );
  expect(found.toISOString()).toBe(`${on}T${expected.replace('+', '')}:00.000Z`);
});

test('nobody is introduced in the quiet hours of one of them', () => {
  const found = introduceAt([at('America/Chicago', ['16:00', '11:00']), at('America/Chicago')], {
    after: new Date('2026-12-01T15:00:00Z'),
    days: daysOf('2026-12-01', '2026-12-14'),
  });
  expect(found.toISOString()).toBe('2026-12-01T17:00:00.000Z');
});

/* Clocks change on 8 March in the United States and on 29 March in Europe; on 25 October and 1 November. */
test.each([
  ['2026-03-04T15:00:00Z', 'Wed 4 Mar 09:00 (Chicago), 15:00 (London)'],
  ['2026-03-11T15:00:00Z', 'Wed 11 Mar 10:00 (Chicago), 15:00 (London)'],
  ['2026-04-01T15:00:00Z', 'Wed 1 Apr 10:00 (Chicago), 16:00 (London)'],
  ['2026-10-28T15:00:00Z', 'Wed 28 Oct 10:00 (Chicago), 15:00 (London)'],
  ['2026-11-04T15:00:00Z', 'Wed 4 Nov 09:00 (Chicago), 15:00 (London)'],
])('%s by the clocks of both: %s', (moment, words) => {
  expect(clocksAt(new Date(moment), ['America/Chicago', 'Europe/London', 'Europe/London'])).toBe(
    words,
  );
});

test('where it is two days at once, both are said', () => {
  const moment = new Date('2026-12-01T21:00:00Z');
  expect(clocksAt(moment, ['Pacific/Auckland', 'America/Los_Angeles'])).toBe(
    'Wed 2 Dec 10:00 (Auckland), Tue 1 Dec 13:00 (Los Angeles)',
  );
  expect(clocksAt(moment, [])).toBe('Tue 1 Dec 21:00 (UTC)');
});

test('the file for the calendar has the moment, 25 minutes, and one line for each hostile name', () => {
  const text = writeEvent({
    groupId: 'g1',
    partnershipName: 'Open\nDoors',
    names: ['Ana\r\nATTENDEE:x', 'Ben; \uD800'],
    at: new Date('2026-12-02T15:00:00Z'),
    now: new Date('2026-12-01T15:00:00Z'),
  });
  expect(text).toContain('DTSTART:20261202T150000Z');
  expect(text).toContain('DTEND:20261202T152500Z');
  expect(text).toContain('UID:checkin-g1@common-ground');
  expect(text).not.toMatch(/^ATTENDEE/m);
  expect(text.split('\r\n').every((line) => line.length <= 75)).toBe(true);
});
