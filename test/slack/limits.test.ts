import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, cutMarkup, page } from '../../src/slack/limits.ts';
import { inert, mention } from '../../src/slack/mrkdwn.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(fc.constantFrom('😀', 'a', ' ', 'word', '\n', '&', '<', '>', '👩‍⚕️', '\u00A0'))
    .map((parts) => parts.join('')),
);
const limit = fc.integer({ min: 1, max: 60 });

describe('cut', () => {
  test.each([
    ['one two three', 13, 'one two three'],
    ['one two three', 12, 'one two…'],
    ['one two three', 9, 'one two…'],
    ['one two three', 8, 'one two…'],
    ['abcdefghij', 5, 'abcd…'],
    ['abcd😀fghij', 6, 'abcd…'],
    ['abcd😀fghij', 7, 'abcd😀…'],
    ['a bcdefghij', 8, 'a bcdef…'],
    ['word   ', 6, 'word…'],
    ['ab', 1, '…'],
  ])('%j at %i is %j', (given, most, expected) => expect(cut(given, most)).toBe(expected));

  test('keeps the limit, says so, and never halves a character', () => {
    fc.assert(
      fc.property(text, limit, (given, most) => {
        const kept = cut(given, most);
        expect(kept.length).toBeLessThanOrEqual(most);
        expect(kept.isWellFormed()).toBe(given.isWellFormed());
        if (given.length <= most) expect(kept).toBe(given);
        else {
          expect(kept.endsWith('…')).toBe(true);
          expect(given.startsWith(kept.slice(0, -1))).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('keeps at least half of what there is room for', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 70, maxLength: 80 });
    fc.assert(
      fc.property(words, limit, (given, most) => {
        expect(cut(given.join(' '), most).length).toBeGreaterThanOrEqual(most / 2);
      }),
    );
  });
});

describe('cutMarkup', () => {
  test.each([
    ['aaaaa&amp;b', 9, 'aaaaa…'],
    ['aaaaa&amp;b', 10, 'aaaaa…'],
    ['aaaaa&amp;bc', 11, 'aaaaa&amp;…'],
    ['aaaaa&lt;bbb', 8, 'aaaaa…'],
    [`asked ${mention('U12345678')}`, 12, 'asked …'],
  ])('%j at %i is %j', (given, most, expected) => expect(cutMarkup(given, most)).toBe(expected));

  test('keeps the limit, and leaves neither half an entity nor half a token', () => {
    const markup = fc
      .array(fc.oneof(text.map(inert), fc.constant(mention('U0LENA')), fc.constant('*b* ')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(markup, limit, (given, most) => {
        const kept = cutMarkup(given, most);
        expect(kept.length).toBeLessThanOrEqual(most);
        expect(kept.isWellFormed()).toBe(true);
        expect(kept).not.toMatch(/&(?!amp;|lt;|gt;)/);
        expect(kept.replaceAll(/<@U0LENA>/g, '')).not.toContain('<');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('page', () => {
  const items = ['a', 'b', 'c', 'd', 'e'];

  test.each([
    [1, ['a', 'b'], 1],
    [3, ['e'], 3],
    [0, ['a', 'b'], 1],
    [-7, ['a', 'b'], 1],
    [99, ['e'], 3],
    [Number.POSITIVE_INFINITY, ['e'], 3],
    [Number.NaN, ['a', 'b'], 1],
    [2.7, ['c', 'd'], 2],
  ])('%d of two each', (number, expected, nearest) =>
    expect(page(items, number, 2)).toEqual({ items: expected, number: nearest, of: 3 }),
  );

  test('of nothing there is one, and it is empty', () =>
    expect(page([], 4, 10)).toEqual({ items: [], number: 1, of: 1 }));

  test('all pages together are the whole, once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 50 }),
        fc.integer({ min: 1, max: 20 }),
        (all, size) => {
          const { of } = page(all, 1, size);
          const pages = Array.from({ length: of }, (_, n) => page(all, n + 1, size).items);
          expect(pages.flat()).toEqual(all);
          for (const one of pages) expect(one.length).toBeLessThanOrEqual(size);
        },
      ),
    );
  });
});
