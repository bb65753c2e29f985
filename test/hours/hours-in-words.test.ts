import { describe, expect, test } from 'vitest';
import { daySpansIn, hoursIn, leavesNothing, weekIn } from '../../src/hours/hours-in-words.ts';
import { readDays } from '../../src/hours/slack/days-talk.ts';
import { Refusal } from '../../src/refusal.ts';
import { readDate } from '../../src/time/dates/read-date.ts';

describe('times of a day', () => {
  test.each([
    ['18:00-08:00', '18:00', '08:00'],
    ['18:00 – 8:00', '18:00', '08:00'],
    ['from 18.30 to 9.00', '18:30', '09:00'],
    ['6pm to 8am', '18:00', '08:00'],
    ['12am-12pm', '00:00', '12:00'],
    ['9-17', '09:00', '17:00'],
    ['18 Uhr bis 8 Uhr', '18:00', '08:00'],
    ['18:00-24:00', '18:00', '00:00'],
  ])('%s', (words, from, to) => expect(hoursIn(words)).toEqual({ from, to }));

  test.each([
    '25:00-08:00',
    '18:60-8',
    '13pm-2pm',
    '0am-1am',
    '24:30-1',
    'evening',
    '18:00',
    '',
    '1-2-3',
  ])('“%s” are none', (words) => expect(hoursIn(words)).toBeUndefined());
});

describe('a working week', () => {
  test.each([
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['sun-thu', [1, 2, 3, 4, 7]],
    ['Sunday to Thursday', [1, 2, 3, 4, 7]],
    ['mon, wed and fri', [1, 3, 5]],
    ['Mondays', [1]],
    ['Montag bis Donnerstag', [1, 2, 3, 4]],
    ['mié', [3]],
    ['mon-sun', [1, 2, 3, 4, 5, 6, 7]],
    ['sat-mon, thurs', [1, 4, 6, 7]],
  ])('%s', (words, days) => expect(weekIn(words)).toEqual(days));

  test.each(['', 'never', 'm', 'mon-fri-sun', '1-5', ','])('“%s” is none', (words) =>
    expect(weekIn(words)).toBeUndefined(),
  );
});

describe('days in words', () => {
  test.each([
    ['27 November 2026', [['27 November 2026', undefined]]],
    ['24 to 28 December', [['24 December', '28 December']]],
    ['24-28 December', [['24 December', '28 December']]],
    ['December 24-28', [['December 24', 'December 28']]],
    [
      'November 27, 2026; 2027-01-04',
      [
        ['November 27 2026', undefined],
        ['2027-01-04', undefined],
      ],
    ],
    [
      '24.12. bis 1.1. und 6 January',
      [
        ['24.12.', '1.1.'],
        ['6 January', undefined],
      ],
    ],
    [
      '24 December, and 6 January',
      [
        ['24 December', undefined],
        ['6 January', undefined],
      ],
    ],
    [', ;', []],
  ])('%s', (words, spans) => {
    expect(daySpansIn(words).map(({ from, to }) => [from, to])).toEqual(spans);
  });

  const speaker = { now: new Date('2026-11-25T12:00:00Z'), timeZone: 'UTC', locale: 'en-US' };
  const read = async (text: string) => {
    const reading = readDate(text, speaker);
    if (reading.kind === 'date') return reading.on;
    throw new Refusal('invalid', 'message' in reading ? reading.message : 'ambiguous');
  };
  const days = (words: string) => readDays(words, read, 'closed');

  test('a range goes over the turn of the year, and each day is there once', async () => {
    const all = await days('27 November 2026, 30 December to 2 January, 31.12.2026');
    expect(all).toEqual(['2026-11-27', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect(await days('30 December 2027 to 1 January')).toEqual([
      '2027-12-30',
      '2027-12-31',
      '2028-01-01',
    ]);
    expect(await days('December 24-26')).toEqual(['2026-12-24', '2026-12-25', '2026-12-26']);
  });

  test.each([
    ['31 November', 'has 30 days'],
    ['3 January 2026', 'has passed'],
    ['5 March 2027 to 1 March 2027', 'ends before it begins'],
    ['1 January 2027 to 31 December 2027', '365 days; 92 in one go is the most'],
    ['someday', 'I can’t find a day'],
  ])('“%s” is refused, at the field: %s', async (words, sentence) => {
    const refusal = await days(words).catch((error: Refusal) => error);
    expect(refusal).toMatchObject({ field: 'closed', message: expect.stringContaining(sentence) });
  });
});

test.each([
  ['09:00', '17:00', '18:00', '08:00', false],
  ['09:00', '17:00', '08:00', '18:00', true],
  ['09:00', '17:00', '09:00', '09:00', false],
  ['20:00', '06:00', '18:00', '08:00', true],
  ['20:00', '08:15', '18:00', '08:00', false],
  ['09:00', '17:00', '09:15', '08:45', false],
])('%s to %s, quiet from %s to %s: nothing is left is %s', (from, to, quietFrom, quietTo, is) => {
  expect(leavesNothing({ from, to }, { from: quietFrom, to: quietTo })).toBe(is);
});
