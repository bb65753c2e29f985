import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/exchange/formats/clean-text.ts';
import { joinLabels, splitLabels } from '../../src/exchange/formats/label-list.ts';
import { readGlossary } from '../../src/exchange/formats/read-glossary.ts';
import { plainCell, safeCell } from '../../src/exchange/formats/spreadsheet-cell.ts';
import type { TermRecord } from '../../src/exchange/formats/term-record.ts';
import { writeGlossary } from '../../src/exchange/formats/write-glossary.ts';
import { fixed, glossary } from './arbitrary-glossary.ts';

const ABOUT = { partnershipName: 'Riverside', on: '2026-11-23' };
const FORMATS = ['csv', 'json', 'tbx', 'skos'] as const;

const recordsIn = (read: ReturnType<typeof readGlossary>): readonly TermRecord[] => {
  expect(read.problem).toBeUndefined();
  return read.rows.map((row) => {
    if ('reason' in row) throw new Error(row.reason);
    return row.record;
  });
};

describe.each(FORMATS)('%s', (format) => {
  test('any glossary comes back as it was', () => {
    fc.assert(
      fc.property(glossary, (records) => {
        const { text, fileName } = writeGlossary(records, format, ABOUT);
        const read = readGlossary(new TextEncoder().encode(text), fileName);
        expect(read.format).toBe(format);
        expect(fixed(recordsIn(read))).toBe(fixed(records));
      }),
      { numRuns: 200 },
    );
  });

  test('it is known without its name', () => {
    fc.assert(
      fc.property(glossary, (records) => {
        const { text } = writeGlossary(records, format, ABOUT);
        const read = readGlossary(text);
        expect(read.format).toBe(format);
        expect(fixed(recordsIn(read))).toBe(fixed(records));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the parts', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab;,|"\'=+-@ \t\n(＝.'), maxLength: 20 });

  test('a safe cell is undone exactly', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(plainCell(safeCell(one))).toBe(one);
      }),
    );
  });

  test('labels in one cell are the same labels after it', () => {
    const label = text.map((raw) => cleanText(raw.replaceAll('\n', ' '))).filter(Boolean);
    fc.assert(
      fc.property(fc.array(label, { maxLength: 4 }), (labels) => {
        expect(splitLabels(joinLabels(labels))).toEqual(labels);
      }),
    );
  });

  test('a text cleaned twice is the text cleaned once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (one) => {
        expect(cleanText(cleanText(one))).toBe(cleanText(one));
      }),
    );
  });
});

test('readers take whatever they are given, and say something', () => {
  const names = fc.constantFrom('', 'a.csv', 'a.json', 'a.yaml', 'a.tbx', 'a.jsonld', 'a.txt');
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'a:-,;"\'[]{}<>/=&*!|\n\t #%@'), maxLength: 60 }),
    fc.json(),
  );
  fc.assert(
    fc.property(bytes, names, (given, name) => {
      const { rows, problem } = readGlossary(given, name);
      expect(rows.length > 0 || problem !== undefined).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
