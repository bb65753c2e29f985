import { expect, test } from 'vitest';

type Reader = { timeZone: string; now: Date; languages: readonly string[] };
type Page = {
  dateText(seconds: string | number, pattern: string, reader: Reader): string | undefined;
  inlineParts(text: string): readonly Record<string, unknown>[];
};

/** The page is JavaScript, which the types of this house do not look into. */
const of = async (path: string): Promise<Page> =>
  import(new URL(`../../sandbox/page/${path}`, import.meta.url).href);
const { dateText } = await of('state/date-text.js');
const { inlineParts } = await of('blocks/mrkdwn-inline.js');

const now = new Date('2026-11-24T15:00:00Z');
const chicago: Reader = { timeZone: 'America/Chicago', now, languages: ['en-US'] };
const berlin: Reader = { timeZone: 'Europe/Berlin', now, languages: ['en-US'] };
const kolkata: Reader = { timeZone: 'Asia/Kolkata', now, languages: ['en-US'] };

const seconds = (moment: string) => String(Date.parse(moment) / 1000);
/** Where one writes a narrow space, a test cannot be read. */
const plainly = (text: string | undefined) => text?.replaceAll('\u202f', ' ');

test.each([
  ['{date_num}', '2026-12-01'],
  ['{date_slash}', '12/01/2026'],
  ['{date_long}', 'Tuesday, December 1, 2026'],
  ['{date_long_full}', 'December 1, 2026'],
  ['{date_long_pretty}', 'Tuesday, December 1, 2026'],
  ['{date}', 'December 1'],
  ['{date_pretty}', 'December 1'],
  ['{date_short}', 'Dec 1, 2026'],
  ['{date_short_pretty} at {time}', 'Dec 1, 2026 at 8:05 AM'],
  ['{day_divider_pretty}', 'Tuesday, December 1'],
  ['{time_secs}', '8:05:09 AM'],
  ['{ago}', 'in 6 days'],
  ['no placeholder', 'no placeholder'],
])('%s is “%s” in Chicago', (pattern, text) => {
  expect(plainly(dateText(seconds('2026-12-01T14:05:09Z'), pattern, chicago))).toBe(text);
});

test('each reader has their own clock, and their own day', () => {
  const at = seconds('2026-11-24T23:30:00Z');
  const read = (reader: Reader) => plainly(dateText(at, '{date_short_pretty} at {time}', reader));
  expect(read(chicago)).toBe('today at 5:30 PM');
  expect(read(berlin)).toBe('tomorrow at 12:30 AM');
  expect(read({ ...berlin, languages: ['de'] })).toBe('morgen at 0:30');
  expect(dateText(at, '{date_num}', kolkata)).toBe('2026-11-25');
});

test('the clock is put back in Berlin, and an hour there comes twice', () => {
  const read = (moment: string) => plainly(dateText(seconds(moment), '{time}', berlin));
  expect(read('2026-10-25T00:30:00Z')).toBe('2:30 AM');
  expect(read('2026-10-25T01:30:00Z')).toBe('2:30 AM');
  expect(dateText(seconds('2026-11-23T23:30:00Z'), '{date_pretty}', berlin)).toBe('today');
  expect(dateText(seconds('2026-11-22T23:30:00Z'), '{date_pretty}', berlin)).toBe('yesterday');
});

test('another year is named where this one is not', () => {
  const at = seconds('2027-01-01T03:00:00Z');
  expect(dateText(at, '{day_divider_pretty}', chicago)).toBe('Thursday, December 31');
  expect(dateText(at, '{day_divider_pretty}', berlin)).toBe('Friday, January 1, 2027');
});

test.each([
  ['2026-11-24T14:57:00Z', '3 minutes ago'],
  ['2026-11-24T11:00:00Z', '4 hours ago'],
  ['2026-11-22T15:00:00Z', '2 days ago'],
  ['2026-11-24T15:00:00Z', 'now'],
])('%s was %s', (moment, text) => {
  expect(dateText(seconds(moment), '{ago}', chicago)).toBe(text);
});

test.each([
  ['', '{date}'],
  ['soon', '{date}'],
  ['1e99', '{date}'],
  ['99999999999999', '{date}'],
  ['1798797600', '{date} in {member_local_time}'],
  ['1798797600', '{time_pretty}'],
])('“%s” as “%s” cannot be shown: the fallback is', (at, pattern) => {
  expect(dateText(at, pattern, chicago)).toBeUndefined();
});

test('a token in a text is read with its pattern, its link and its fallback', () => {
  const link = 'https://ground.example/?a=1&amp;b=2^3';
  expect(
    inlineParts(`Meet <!date^1798797600^{date_short_pretty} at {time}^${link}|10:00 &amp; later>!`),
  ).toMatchObject([
    { text: 'Meet ' },
    {
      kind: 'date',
      date: {
        seconds: '1798797600',
        pattern: '{date_short_pretty} at {time}',
        url: 'https://ground.example/?a=1&b=2^3',
      },
      text: '10:00 & later',
    },
    { text: '!' },
  ]);
  expect(inlineParts('<!date^1798797600^{date}|then>')[0]).toMatchObject({ date: { url: '' } });
});
