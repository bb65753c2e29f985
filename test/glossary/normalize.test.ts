import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looseKeys, normalize } from '../../src/glossary/normalize.ts';

const ZERO_WIDTH = '\u200B\u200C\u200D\uFEFF\u2060\u00AD';

describe('two spellings are one term', () => {
  test.each([
    ['P.O.C.', 'poc'],
    ['P.O.C', 'poc'],
    ['p.o.c.', 'poc'],
    ['P.O.C.s', 'pocs'],
    ['U.S.A.', 'usa'],
    ['the U.S. office', 'the us office'],
    ['Go‑Live', 'go live'],
    ['  Go   Live ', 'go live'],
    ['go\tlive\n', 'go live'],
    ['go_live', 'go live'],
    ['ＭＯＵ', 'mou'],
    ['ﬁnance', 'finance'],
    ['MOU²', 'mou2'],
    ['CBO’s', "cbo's"],
    ['“pilot”', 'pilot'],
    ['«pilot».', 'pilot'],
    ['pilot?!', 'pilot'],
    ['`MOU`', 'mou'],
    ['İstanbul', 'istanbul'],
    ['Straße', 'straße'],
    ['re\u0301sume\u0301', 'résumé'],
    ['合意', '合意'],
    ['مذكرة تفاهم', 'مذكرة تفاهم'],
    ['\u202Eתזכיר\u202C', 'תזכיר'],
    ['🚀 launch', '🚀 launch'],
    ['❤️ care', '❤ care'],
    ['Żółw', 'żółw'],
    ['Z\u0307ółw', 'żółw'],
    ['R&D', 'r&d'],
    ['24/7', '24/7'],
    ['C++', 'c++'],
    ['e.g. this', 'eg this'],
    ['version 2.0', 'version 2.0'],
  ])('%s → %s', (text, expected) => expect(normalize(text)).toBe(expected));

  test.each([...'-‐‑‒–—―﹘﹣－−'].map((dash) => [dash]))('%s is a space', (dash) =>
    expect(normalize(`go${dash}live`)).toBe('go live'),
  );

  test('a letter that takes no room is none', () =>
    expect(normalize(`${[...ZERO_WIDTH].join('M')}MOU`)).toBe('mmmmmmou'));

  test.each(['', '   ', '"', '...', '“ ”', ' - – ', ZERO_WIDTH])('%j is nothing', (text) =>
    expect(normalize(text)).toBe(''),
  );
});

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...['P.', 'O.C.', 'é', '́', 'İ', 'ß', '-', '−', '_', ' ', '‑', '“', '”', "'", '’s', '`'],
        ...[
          '.',
          '!',
          '合',
          'ת',
          '🚀',
          '\u200B',
          '\u2028',
          'S',
          's',
          'ﬁ',
          '…',
          '․',
          '﹒',
          'Å',
          '°',
          'ǆ',
        ],
        ...['\u0307', 'i\u0307', 'ΑΣ', 'σ', '\u00A0', '\u3000', '¨', 'ͅ', '\uD800'],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('normalize, whatever people write', () => {
  test('is the same when done twice', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
      }),
      { numRuns: 3_000 },
    );
  });

  test('leaves no capital, no double space and no space at the ends', () => {
    fc.assert(
      fc.property(words, (text) => {
        const normal = normalize(text);
        expect(normal).toBe(normal.toLowerCase());
        expect(normal).not.toMatch(/\s\s|^\s|\s$/);
      }),
    );
  });

  test.each([
    ['dots', 'a.'.repeat(5_000)],
    ['full stops', '.'.repeat(10_000)],
    ['spaces', ' '.repeat(10_000)],
    ['full stops between', `${'. '.repeat(5_000)}x`],
    ['quotes', `a${'"'.repeat(10_000)}a`],
    ['dashes', '-'.repeat(10_000)],
    ['emoji', '👩‍⚕️'.repeat(2_000)],
    ['one word', 'a'.repeat(10_000)],
    ['closing marks inside', `a${'.'.repeat(9_998)}a`],
  ])('ten thousand %s are done at once', (_, text) => {
    const before = performance.now();
    looseKeys(normalize(text));
    expect(performance.now() - before).toBeLessThan(250);
  });
});

describe('a look-up is forgiven', () => {
  test.each([
    ['MOUs', 'MOU'],
    ['mous', 'MOU'],
    ['CBO’s', 'CBO'],
    ["CBO's", 'CBO'],
    ['P.O.C.s', 'POC'],
    ['résumés', 'resume'],
    ['resume', 'résumé'],
    ['go-live', 'golive'],
    ['GoLive', 'go live'],
    ['go‑lives', 'GOLIVE'],
    ['children', 'child'],
    ['data sharing agreements', 'data-sharing agreement'],
    ['agencies', 'agency'],
    ['metrics', 'metric'],
    ['navigators', 'navigator'],
    ['clinic’s', 'clinic'],
    ['clinics’', 'clinic'],
    ['KPIs', 'KPI'],
    ['analyses', 'analysis'],
    ['Strasse', 'Straße'],
    ['naïve', 'naive'],
  ])('%s finds %s', (asked, known) => expect(shareKey(asked, known)).toBe(true));

  test.each([
    ['us', 'u'],
    ['IS', 'I'],
    ['status', 'statu'],
    ['analysis', 'analysi'],
    ['process', 'proces'],
    ['mousse', 'mou'],
    ['PR', 'PO'],
    ['pilot', 'pilot phase'],
  ])('%s does not find %s', (asked, known) => expect(shareKey(asked, known)).toBe(false));

  test('the closest key is the term itself', () =>
    expect(looseKeys('go lives')[0]).toBe('go lives'));

  test('no key is empty, and what is something has one', () => {
    fc.assert(
      fc.property(words, (text) => {
        const normal = normalize(text);
        const keys = looseKeys(normal);
        expect(keys).not.toContain('');
        expect(keys.length > 0).toBe(normal !== '');
      }),
    );
  });

  test("'s alone is kept", () => expect(looseKeys("'s").length).toBeGreaterThan(0));
});

function shareKey(a: string, b: string): boolean {
  const keys = looseKeys(normalize(b));
  return looseKeys(normalize(a)).some((key) => keys.includes(key));
}
