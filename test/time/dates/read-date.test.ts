import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { wholeDay } from '../../../src/milestones/slack/words.ts';
import { type DateSpeaker, findDate, readDate } from '../../../src/time/dates/read-date.ts';

/** Monday 23 November 2026, in the morning in Chicago. */
const MONDAY = new Date('2026-11-23T15:00:00Z');

function read(text: string, locale = 'en-US', timeZone = 'America/Chicago', now = MONDAY): string {
  const reading = readDate(text, { now, timeZone, locale });
  if (reading.kind === 'date') return `${reading.on}${reading.isExact ? '' : '?'}`;
  return reading.kind === 'ambiguous' ? reading.choices.join(' or ') : reading.kind;
}

/** Wednesday 25 November 2026, the same. Thanksgiving is the day after. */
const WEDNESDAY = new Date('2026-11-25T15:00:00Z');

function readOn(now: Date, text: string, more: Partial<DateSpeaker> = {}): string {
  const reading = readDate(text, { now, timeZone: 'America/Chicago', locale: 'en-US', ...more });
  if (reading.kind === 'date') return `${reading.on}${reading.isExact ? '' : '?'}`;
  if (reading.kind === 'ambiguous') return reading.choices.join(' or ');
  return reading.kind;
}

describe('a day in words', () => {
  test.each([
    ['2027-03-31', '2027-03-31'],
    ['31 March 2027', '2027-03-31'],
    ['31 March', '2027-03-31?'],
    ['March 31', '2027-03-31?'],
    ['March 31, 2027', '2027-03-31'],
    ['the 2nd of May', '2027-05-02?'],
    ['31.3.2027', '2027-03-31'],
    ['31.3.', '2027-03-31?'],
    ['Dec 4', '2026-12-04?'],
    ['by 4 December', '2026-12-04?'],
    ['today', '2026-11-23?'],
    ['tomorrow', '2026-11-24?'],
    ['in 3 weeks', '2026-12-14?'],
    ['two weeks from now', '2026-12-07?'],
    ['Friday', '2026-11-27?'],
    ['this Friday', '2026-11-27?'],
    ['next Friday', '2026-11-27 or 2026-12-04'],
    ['next Monday', '2026-11-30?'],
    ['end of January', '2027-01-31?'],
    ['by the end of March', '2027-03-31?'],
    ['mid-February', '2027-02-15?'],
    ['Q1 2027', '2027-03-31?'],
    ['03/04/2027', '2027-03-04 or 2027-04-03'],
    ['04/04/2027', '2027-04-04'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['31 February', 'impossible'],
    ['30.02.2027', 'impossible'],
    ['2026-02-30', 'impossible'],
    ['2027-13-01', 'impossible'],
    ['1 March 2026', 'past'],
    ['yesterday', 'past'],
    ['soon', 'unclear'],
    ['', 'unclear'],
    ['January', 'unclear'],
    ['at 5', 'unclear'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['nächsten Freitag', 'de-DE', '2026-11-27 or 2026-12-04'],
    ['31. März', 'de-DE', '2027-03-31?'],
    ['in 3 Wochen', 'de-DE', '2026-12-14?'],
    ['Ende Januar', 'de-DE', '2027-01-31?'],
    ['übermorgen', 'de-DE', '2026-11-25?'],
    ['le 31 mars', 'fr-FR', '2027-03-31?'],
    ['dans 3 semaines', 'fr-FR', '2026-12-14?'],
    ['31 de marzo de 2027', 'es-ES', '2027-03-31'],
    ['31 de março', 'pt-BR', '2027-03-31?'],
    ['in 3 weeks', 'de-DE', '2026-12-14?'],
  ])('%s in %s → %s', (text, locale, expected) => expect(read(text, locale)).toBe(expected));

  test('it is the day where the speaker is', () => {
    const late = new Date('2026-11-24T01:00:00Z');
    expect(read('tomorrow', 'en-US', 'America/Chicago', late)).toBe('2026-11-24?');
    expect(read('tomorrow', 'en-US', 'Europe/Berlin', late)).toBe('2026-11-25?');
  });

  test('said on a Friday, next Friday is the one in a week', () => {
    const friday = new Date('2026-11-27T15:00:00Z');
    expect(read('next Friday', 'en-US', 'America/Chicago', friday)).toBe('2026-12-04?');
  });

  test('what is wrong is said in a sentence', () => {
    const speaker = { now: MONDAY, timeZone: 'America/Chicago', locale: 'en-US' };
    expect(readDate('31 February', speaker)).toMatchObject({
      message: 'February 2027 has 28 days. Which day do you mean?',
    });
    expect(readDate('1 March 2026', speaker)).toMatchObject({
      message: '1 March 2026 has passed. Which later day do you mean?',
    });
  });

  test('the first day in a longer text is found', () => {
    const speaker = { now: MONDAY, timeZone: 'America/Chicago', locale: 'en-US' };
    const text = 'We could open the clinic by 31 March if the council agrees.';
    expect(findDate(text, speaker)).toEqual({ kind: 'date', on: '2027-03-31', isExact: false });
    expect(findDate('Nothing in here.', speaker)).toBeUndefined();
    // Whichever way each of them is written.
    const days = ['2027-03-31', '31 March', 'March 31', 'in two weeks', 'next Friday', 'tomorrow'];
    for (const first of days)
      for (const second of days)
        expect(
          findDate(`By ${first}, or else by ${second}.`, speaker),
          `${first}, ${second}`,
        ).toEqual(findDate(`By ${first}.`, speaker));
  });
});

const anyZone = fc.constantFrom('America/Chicago', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Apia');
const anyLocale = fc.constantFrom('en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'ja-JP');
const anyDay = fc
  .integer({ min: 1, max: 3_000 })
  .map((days) => new Date(Date.UTC(2026, 10, 25 + days)).toISOString().slice(0, 10));

test('every day to come reads back as itself, everywhere', () => {
  fc.assert(
    fc.property(anyDay, anyLocale, anyZone, (on, locale, timeZone) => {
      expect(readDate(on, { now: MONDAY, timeZone, locale })).toEqual({
        kind: 'date',
        on,
        isExact: true,
      });
    }),
  );
});

test('no text throws, and no day that is read has passed', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.constantFrom('1/1', '0.0.', '32.13.99', 'Feb 29', 'Q4', '99/99/9999'),
      ),
      anyLocale,
      anyZone,
      (text, locale, timeZone) => {
        const reading = readDate(text, { now: MONDAY, timeZone, locale });
        const days =
          reading.kind === 'date'
            ? [reading.on]
            : reading.kind === 'ambiguous'
              ? reading.choices
              : [];
        for (const on of days) expect(on >= '2026-11-23').toBe(true);
      },
    ),
  );
});

describe('a day is exact only where nothing else can be meant, and all of the words were understood', () => {
  test.each([
    ['3-5 March 2027', '2027-03-03 or 2027-03-05'],
    ['3–5 March', '2027-03-03 or 2027-03-05'],
    ['between 3 and 5 March 2027', '2027-03-03 or 2027-03-05'],
    ['from 3 March to 5 March 2027', '2027-03-03 or 2027-03-05'],
    ['March 3-5, 2027', '2027-03-03 or 2027-03-05'],
    ['3.-5.3.2027', '2027-03-03 or 2027-03-05'],
    ['2027-03-03 - 2027-03-05', '2027-03-03 or 2027-03-05'],
    ['5 Mar 2027 or 6 Mar 2027', '2027-03-05 or 2027-03-06'],
    ['end of January or mid February', '2027-01-31 or 2027-02-15'],
    ['3 March 2026 or 5 March 2027', '2027-03-05?'],
    ['not before 5 March 2027', 'unclear'],
    ['before 5 March 2027', 'unclear'],
    ['5 March 2027 or later', 'unclear'],
    ['5 March 2027 at 18:30', 'unclear'],
    ['about 5 March 2027', 'unclear'],
    ['3/4/2027', '2027-03-04 or 2027-04-03'],
    ['12/04/2026', '2026-12-04?'],
    ['12-04-2026', '2026-12-04?'],
    ['5 March 2027', '2027-03-05'],
    ['5 March 2027.', '2027-03-05'],
    ['Friday.', '2026-11-27?'],
    ['5-Mar-2027', '2027-03-05'],
    ['Friday 5 March 2027', '2027-03-05'],
    ['Fri, 5 March 2027', '2027-03-05'],
    ['Monday 5 March 2027', 'unclear'],
    ['31 March 28', '2028-03-31?'],
    ['31 March ’28', '2028-03-31?'],
    ['3/31/28', '2028-03-31?'],
    ['31.3.28', '2028-03-31?'],
    ['2027/03/05', '2027-03-05'],
    ['v1.2.3', 'unclear'],
    ['1.2.3', 'unclear'],
    ['29 February', '2028-02-29?'],
    ['“5 March 2027”', '2027-03-05'],
  ])('%s → %s', (text, expected) => expect(readOn(WEDNESDAY, text)).toBe(expected));
});

describe('what is counted from today', () => {
  test.each([
    ['in 2 months', '2027-01-25?'],
    ['in a month', '2026-12-25?'],
    ['in three weeks', '2026-12-16?'],
    ['in a week', '2026-12-02?'],
    ['a week from today', '2026-12-02?'],
    ['2 years from now', '2028-11-25?'],
    ['the day after tomorrow', '2026-11-27?'],
    ['day after tomorrow', '2026-11-27?'],
    ['in two weeks’ time', '2026-12-09?'],
    ['the 15th', '2026-12-15?'],
    ['on the 31st', '2026-12-31?'],
    ['the 45th', 'impossible'],
    ['in May', 'unclear'],
    ['end of month', '2026-11-30?'],
    ['end of the month', '2026-11-30?'],
    ['by the end of this month', '2026-11-30?'],
    ['end of next month', '2026-12-31?'],
    ['mid March', '2027-03-15?'],
    ['beginning of March', '2027-03-01?'],
    ['end of 2027', '2027-12-31?'],
    ['end of the year', '2026-12-31?'],
    ['end of next year', '2027-12-31?'],
    ['end of next quarter', '2027-03-31?'],
    ['end of this week', '2026-11-27 or 2026-11-29'],
    ['Q1', '2027-03-31?'],
    ['end of Q1', '2027-03-31?'],
    ['Q4', '2026-12-31?'],
    ['Friday', '2026-11-27?'],
    ['Tues', '2026-12-01?'],
    ['Wednesday', '2026-11-25 or 2026-12-02'],
    ['Friday in 3 weeks', '2026-12-18?'],
    ['in 3 weeks on Friday', '2026-12-18?'],
    ['Monday in 1 week', '2026-11-30 or 2026-12-07'],
    ['Friday next week', '2026-12-04?'],
    ['last Friday', 'past'],
    ['next month', 'unclear'],
    ['this month', 'unclear'],
    ['next week', 'unclear'],
    ['March 2027', 'unclear'],
    ['next Monday', '2026-11-30?'],
    ['next Mond', 'unclear'],
    ['next monument', 'unclear'],
    ['Monday at 5', 'unclear'],
    ['10 working days from now', 'unclear'],
  ])('%s → %s', (text, expected) => expect(readOn(WEDNESDAY, text)).toBe(expected));

  test.each([
    ['in 3 Monaten', 'de-DE', '2027-02-25?'],
    ['in drei Wochen', 'de-DE', '2026-12-16?'],
    ['Ende des Monats', 'de-DE', '2026-11-30?'],
    ['Monatsende', 'de-DE', '2026-11-30?'],
    ['bis Ende nächsten Monats', 'de-DE', '2026-12-31?'],
    ['nächsten Monat', 'de-DE', 'unclear'],
    ['nächste Woche', 'de-DE', 'unclear'],
    ['nächsten Montag', 'de-DE', '2026-11-30?'],
    ['Freitag in 3 Wochen', 'de-DE', '2026-12-18?'],
    ['Mitte März', 'de-DE', '2027-03-15?'],
    ['Anfang Februar', 'de-DE', '2027-02-01?'],
    ['am Freitag, den 5. März 2027', 'de-DE', '2027-03-05'],
    ['Fr, 5.3.2027', 'de-DE', '2027-03-05'],
    ['5. März 27', 'de-DE', '2027-03-05?'],
    ['zwischen 3. und 5. März 2027', 'de-DE', '2027-03-03 or 2027-03-05'],
    ['vom 3. bis 5. März 2027', 'de-DE', '2027-03-03 or 2027-03-05'],
    ['Ende Q1', 'de-DE', '2027-03-31?'],
    ['1. Quartal 2027', 'de-DE', '2027-03-31?'],
    ['vor dem 5. März 2027', 'de-DE', 'unclear'],
    ['dans 2 mois', 'fr-FR', '2027-01-25?'],
    ['après-demain', 'fr-FR', '2026-11-27?'],
    ['dans quinze jours', 'fr-FR', '2026-12-10?'],
    ['fin du mois', 'fr-FR', '2026-11-30?'],
    ['à la fin du mois prochain', 'fr-FR', 'unclear'],
    ['fin du mois prochain', 'fr-FR', '2026-12-31?'],
    ['fin mars', 'fr-FR', '2027-03-31?'],
    ['mi-mars', 'fr-FR', '2027-03-15?'],
    ['vendredi prochain', 'fr-FR', '2026-11-27 or 2026-12-04'],
    ['le mois prochain', 'fr-FR', 'unclear'],
    ['le 1er mars 2027', 'fr-FR', '2027-03-01'],
    ['entre le 3 et le 5 mars 2027', 'fr-FR', '2027-03-03 or 2027-03-05'],
    ['en 2 meses', 'es-ES', '2027-01-25?'],
    ['em 2 meses', 'pt-BR', '2027-01-25?'],
    ['over 2 maanden', 'nl-NL', '2027-01-25?'],
    ['fra 2 mesi', 'it-IT', '2027-01-25?'],
  ])('%s in %s → %s', (text, locale, expected) =>
    expect(readOn(WEDNESDAY, text, { locale })).toBe(expected),
  );

  test('working days are counted in the calendar of the speaker’s organization', () => {
    const calendar = {
      workingWeek: [1, 2, 3, 4, 5],
      closures: new Set(['2026-11-26', '2026-11-27']),
    };
    expect(readOn(WEDNESDAY, '10 working days from now', { calendar })).toBe('2026-12-11?');
    expect(readOn(WEDNESDAY, 'in 3 Arbeitstagen', { calendar, locale: 'de-DE' })).toBe(
      '2026-12-02?',
    );
  });
});

describe('of what was, the nearest day that has passed is read', () => {
  test.each([
    ['20 November', '2026-11-20?'],
    ['31 March', '2026-03-31?'],
    ['3/4', '2026-03-04 or 2026-04-03'],
    ['1 March 2026', '2026-03-01'],
    ['yesterday', '2026-11-24?'],
    ['today', '2026-11-25?'],
    ['Friday', '2026-11-20?'],
    ['last Friday', '2026-11-20?'],
    ['last Monday', '2026-11-16 or 2026-11-23'],
    ['Wednesday', '2026-11-18 or 2026-11-25'],
    ['3 days ago', '2026-11-22?'],
    ['a week ago', '2026-11-18?'],
    ['vor 2 Wochen', '2026-11-11?'],
    ['il y a 3 jours', '2026-11-22?'],
    ['end of October', '2026-10-31?'],
    ['tomorrow', 'future'],
    ['31 March 2027', 'future'],
  ])('%s → %s', (text, expected) =>
    expect(readOn(WEDNESDAY, text, { direction: 'past' })).toBe(expected),
  );
});

describe('what was not understood is said', () => {
  const speaker = { now: WEDNESDAY, timeZone: 'America/Chicago', locale: 'en-US' };
  test.each([
    ['not before 5 March 2027', 'I understand “5 March 2027”, but not “not before”.'],
    ['5 March 2027 at 18:30', 'I understand “5 March 2027”, but not “at 18:30”.'],
    ['next month', 'Which day in December 2026?'],
    ['January', 'Which day in January 2027?'],
    ['Monday 5 March 2027', '5 March 2027 is a Friday'],
    ['soon', 'I can’t find a day in “soon”.'],
  ])('%s', (text, sentence) => {
    const reading = readDate(text, speaker);
    expect('message' in reading ? reading.message : '').toContain(sentence);
  });
});

/** The ways in which the bot itself writes days, or asks for them. */
const WAYS: readonly ((day: Temporal.PlainDate) => string)[] = [
  (day) => day.toString(),
  (day) => `${day.day} ${english(day, 'long')} ${day.year}`,
  (day) => `${day.day} ${english(day, 'short')} ${day.year}`,
  (day) => `${english(day, 'long')} ${day.day}, ${day.year}`,
  (day) => wholeDay(day.toString()),
  (day) => `by ${day.day} ${english(day, 'long')} ${day.year}`,
  (day) => `${day.day}.${day.month}.${day.year}`,
];

function english(day: Temporal.PlainDate, month: 'long' | 'short'): string {
  return day.toLocaleString('en-US', { month });
}

test('a date in a form that we suggest reads back as itself, everywhere', () => {
  fc.assert(
    fc.property(
      anyDay,
      anyLocale,
      anyZone,
      fc.constantFrom(...WAYS),
      (on, locale, timeZone, way) => {
        const text = way(Temporal.PlainDate.from(on));
        expect(readDate(text, { now: MONDAY, timeZone, locale })).toEqual({
          kind: 'date',
          on,
          isExact: true,
        });
      },
    ),
  );
});

test('a reading is never in another year than the one that was written', () => {
  const words = fc.constantFrom(
    ...[
      '31',
      'March',
      'März',
      '3/4',
      '5.3.',
      'Friday',
      'next',
      'end of',
      'or',
      '-',
      'in 3 weeks',
      'Q1',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 4 }),
      fc.array(words, { maxLength: 2 }),
      fc.integer({ min: 2026, max: 2035 }),
      anyLocale,
      fc.constantFrom('past' as const, 'future' as const),
      (before, after, year, locale, direction) => {
        const text = [...before, year, ...after].join(' ');
        const reading = readDate(text, {
          now: MONDAY,
          timeZone: 'Europe/Berlin',
          locale,
          direction,
        });
        const days =
          reading.kind === 'date'
            ? [reading.on]
            : reading.kind === 'ambiguous'
              ? reading.choices
              : [];
        if (days.length > 0) expect(days.some((on) => on.startsWith(String(year)))).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('no words in any order throw, and what is read is on the side that is spoken of', () => {
  const words = fc.constantFrom(
    ...[
      'the',
      'end',
      'of',
      'mid',
      'next',
      'last',
      'month',
      'week',
      'Friday',
      'Montag',
      'lundi',
      'in',
    ],
    ...[
      '3',
      '31',
      '99',
      '2027',
      '0000',
      'March',
      'mars',
      '-',
      'and',
      'or',
      ',',
      '.',
      '/',
      'Q',
      'Q2',
    ],
    ...['days', 'Tagen', 'ago', 'vor', 'working', '999', 'years', "'", '’28', '29', 'February'],
  );
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 7 }),
      fc.constantFrom(' ', ''),
      anyLocale,
      fc.constantFrom('past' as const, 'future' as const),
      (parts, glue, locale, direction) => {
        const speaker = { now: MONDAY, timeZone: 'Europe/Berlin', locale, direction };
        const reading = readDate(parts.join(glue), speaker);
        findDate(parts.join(glue), speaker);
        if (reading.kind !== 'date') return;
        expect(
          direction === 'future' ? reading.on >= '2026-11-23' : reading.on <= '2026-11-23',
        ).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});
