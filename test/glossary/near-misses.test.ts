import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearMisses } from '../../src/glossary/near-misses.ts';
import { normalize } from '../../src/glossary/normalize.ts';

const known = [
  ...['MOU', 'POC', 'PR', 'CBO', 'KPI', 'pilot', 'navigator', 'warm handoff', 'referral'],
  ...['data-sharing agreement', 'go-live', 'missed appointment', 'stakeholder', 'outcome'],
  ...['service level agreement', 'Rat der Stadt', 'cohort', 'intake'],
].map((text) => ({ text, normalized: normalize(text) }));

const suggested = (wanted: string, limit?: number) =>
  nearMisses(normalize(wanted), known, limit).map(({ text }) => text);

describe('what somebody may have meant', () => {
  test.each([
    ['memorandum of understanding', 'MOU'],
    ['point of contact', 'POC'],
    ['Community-Based Organization', 'CBO'],
    ['DSA', 'data-sharing agreement'],
    ['SLA', 'service level agreement'],
    ['navigaotr', 'navigator'],
    ['pliot', 'pilot'],
    ['refferal', 'referral'],
    ['stakholder', 'stakeholder'],
    ['MOI', 'MOU'],
    ['MUO', 'MOU'],
    ['OMU', 'MOU'],
    ['RP', 'PR'],
    ['plot', 'pilot'],
    ['sharing agreement', 'data-sharing agreement'],
    ['appointment', 'missed appointment'],
    ['navig', 'navigator'],
    ['hand off warm', 'warm handoff'],
  ])('%s suggests %s first', (wanted, first) => expect(suggested(wanted)[0]).toBe(first));

  test.each([
    'zebra',
    'the',
    'of',
    'budget',
    'quarterly financial report',
    'x',
    '合意',
    '🚀',
    'aaaa',
    'it',
    'I',
    'polar',
    'house',
    'PO box',
  ])('%s suggests nothing', (wanted) => expect(suggested(wanted)).toEqual([]));

  test.each([
    ['for the record', 'for the people'],
    ['with care', 'with the City'],
    ['x', 'u'],
    ['ab', 'cd'],
  ])('%s does not suggest %s', (wanted, other) =>
    expect(nearMisses(normalize(wanted), [{ text: other, normalized: normalize(other) }])).toEqual(
      [],
    ),
  );

  test('nothing asked is nothing suggested', () => expect(nearMisses('', known)).toEqual([]));

  test('at most three, or as many as are wanted', () => {
    const pilots = ['pilot a', 'pilot b', 'pilot c', 'pilot d'].map((text) => ({
      text,
      normalized: text,
    }));
    expect(nearMisses('pilot', pilots)).toHaveLength(3);
    expect(nearMisses('pilot', pilots, 1).map(({ text }) => text)).toEqual(['pilot a']);
  });

  test('the nearer spelling comes first, and equals by the alphabet', () => {
    const near = ['contrast', 'contact', 'contract'].map((text) => ({ text, normalized: text }));
    expect(nearMisses('cotnract', near).map(({ text }) => text)[0]).toBe('contract');
    const equal = ['mod', 'moc', 'mob'].map((text) => ({ text, normalized: text }));
    expect(nearMisses('moz', equal).map(({ text }) => text)).toEqual(['mob', 'moc', 'mod']);
  });
});

describe('whatever is asked', () => {
  const phrase = fc
    .array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 6 })
    .map((parts) => normalize(parts.join(' ')));

  test('only what is known is suggested, once, and within the limit', () => {
    fc.assert(
      fc.property(phrase, fc.array(phrase, { maxLength: 30 }), (wanted, some) => {
        const candidates = some.map((normalized) => ({ text: normalized, normalized }));
        const found = nearMisses(wanted, candidates);
        expect(found.length).toBeLessThanOrEqual(3);
        for (const one of found) expect(candidates).toContain(one);
      }),
    );
  });

  test('one letter wrong in a long word is always found', () => {
    const word = fc.stringMatching(/^[a-z]{6,20}$/);
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom(...'abcxyz'), (right, at, letter) => {
        const n = at % right.length;
        const wrong = `${right.slice(0, n)}${letter}${right.slice(n + 1)}`;
        const found = nearMisses(wrong, [{ text: right, normalized: right }]);
        expect(found).toHaveLength(1);
      }),
    );
  });
});

test('five thousand candidates take a moment', () => {
  const many = Array.from({ length: 5_000 }, (_, n) => {
    const normalized = `term number ${n.toString(36)} of the shared glossary`;
    return { text: normalized, normalized };
  });
  nearMisses('warm up', many);
  for (const wanted of ['term nunber of the glosary', 'tnotsg', 'x'.repeat(100)]) {
    const before = performance.now();
    nearMisses(wanted, many);
    console.info(`nearMisses, 5,000: ${(performance.now() - before).toFixed(1)} ms`);
  }
});
