import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDate, readDate } from '../../../src/milestones/dates/read-date.ts';

/** Monday 23 November 2026, in the morning in Chicago. */
const MONDAY = new Date('2026-11-23T15:00:00Z');

function read(text: string, locale = 'en-US', timeZone = 'America/Chicago', now = MONDAY): string {
  const reading = readDate(text, { now, timeZone, locale });
  if (reading.kind === 'date') return `${reading.on}${reading.isExact ? '' : '?'}`;
  return reading.kind === 'ambiguous' ? reading.choices.join(' or ') : reading.kind;
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
