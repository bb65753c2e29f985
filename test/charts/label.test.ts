import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawable, fitted, widthOf, wrapped } from '../../src/charts/label.ts';

describe('what a picture can show of a text', () => {
  test.each([
    ['Pilot open', 'Pilot open'],
    ['  Pilot \n\t open ', 'Pilot open'],
    ['🎉 Pilot 🎉 open 🎉', 'Pilot open'],
    ['Überprüfung der Straßen – Größe', 'Überprüfung der Straßen – Größe'],
    ['Ελληνικά και Кириллица', 'Ελληνικά και Кириллица'],
    ['פתיחת המרפאה', 'פתיחת המרפאה'],
    // A mark that turns what follows around would turn the rest of the picture's words too.
    ['\u202Egnp.exe\u202C', 'gnp.exe'],
    ['<script>alert(1)</script> & "x"', '<script>alert(1)</script> & "x"'],
    ['社区 pilot', 'pilot'],
  ])('%s', (text, shown) => {
    expect(drawable(text)).toBe(shown);
  });

  test.each(['', '   ', '😀😀', '开放社区试点项目', '…!?'])(
    'of “%s” there is nothing left',
    (text) => {
      expect(drawable(text)).toBeUndefined();
    },
  );
});

test('whatever is cut fits, and tells that it was cut', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 150 }),
      fc.integer({ min: 40, max: 400 }),
      (text, width) => {
        const cut = fitted(text, width, 12);
        expect(widthOf(cut, 12)).toBeLessThanOrEqual(width);
        if (cut !== text) expect(cut.endsWith('…')).toBe(true);
      },
    ),
  );
});

test('lines break between words, and only the last one is cut', () => {
  const title = 'Pilot open in three neighborhoods and whatever else there is to open this spring';
  const lines = wrapped(title, 160, 13, 2);
  expect(lines).toHaveLength(2);
  expect(title.startsWith(lines[0] ?? '')).toBe(true);
  expect(lines[1]).toMatch(/…$/);
  expect(wrapped('Pilot open', 160, 13, 2)).toEqual(['Pilot open']);
  expect(wrapped('W'.repeat(110), 160, 13, 2)).toEqual([expect.stringMatching(/^W+…$/)]);
});
