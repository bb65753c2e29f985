import { describe, expect, test } from 'vitest';
import { decode } from '../../src/exchange/formats/decode.ts';
import { recordsOf } from './samples.ts';

const TEXT = 'Begriff\tBedeutung\r\nÄmter\tBehörden – „alle“\r\n';
const RECORD = { term: 'Ämter', definition: 'Behörden – „alle“' };

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());
/** What Excel on a German Windows writes. */
const WINDOWS = Uint8Array.from(
  [...TEXT].map((letter) => {
    const beyond = new Map([
      ['–', 0x96],
      ['„', 0x84],
      ['“', 0x93],
    ]);
    return beyond.get(letter) ?? letter.charCodeAt(0);
  }),
);

describe('a file in whatever it was saved', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
    ['UTF-16 of Excel’s “Unicode text”', utf16(`\uFEFF${TEXT}`)],
    ['UTF-16 the other way round', swapped(utf16(`\uFEFF${TEXT}`))],
    ['UTF-16 without its mark', utf16(TEXT)],
    ['UTF-16 without its mark the other way round', swapped(utf16(TEXT))],
    ['Windows-1252', WINDOWS],
  ])('%s', (_, bytes) => {
    expect(recordsOf(bytes, 'glossary.txt')).toEqual([RECORD]);
  });

  test('semicolons, umlauts, Windows: what a German Excel saves as CSV', () => {
    const bytes = Buffer.from(
      'Abkürzung;Bedeutung;Bemerkung\r\nGmbH;"Gesellschaft; beschränkt";für alle\r\n',
      'latin1',
    );
    expect(recordsOf(new Uint8Array(bytes), 'Glossar.csv')).toEqual([
      { term: 'GmbH', definition: 'Gesellschaft; beschränkt', scopeNote: 'für alle' },
    ]);
  });

  test('nothing is nothing', () => expect(decode(new Uint8Array())).toBe(''));
});
