import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { writeGlossary } from '../../src/exchange/formats/write-glossary.ts';
import { glossary } from './arbitrary-glossary.ts';

const ABOUT = { partnershipName: 'Riverside', on: '2026-11-23' };

/** By another parser than the one that reads here. */
function cellsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, newline: '\r\n' }).data;
}

/** Also after what spreadsheets leave out at the beginning, and in full width, which Excel takes as well. */
const RUNS = /^[\s"“”]*[=+\-@＝＋－＠]/u;
const BEGINS_FORMULA = /^[\s"“”]*[=+\-@＝＋－＠]|^[\t\r]/u;

describe('CSV', () => {
  test('no cell begins a formula, and every row has every column', () => {
    fc.assert(
      fc.property(glossary, (records) => {
        const rows = cellsOf(writeGlossary(records, 'csv', ABOUT).text, ',');
        expect(rows).toHaveLength(records.length + 2);
        expect(new Set(rows.slice(0, -1).map((cells) => cells.length)).size).toBe(1);
        for (const cell of rows.flat()) {
          expect(cell).not.toMatch(BEGINS_FORMULA);
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each([[';'], ['\t']])('a spreadsheet that expects %j runs nothing either', (separator) => {
    fc.assert(
      fc.property(glossary, (records) => {
        const { text } = writeGlossary(records, 'csv', ABOUT);
        for (const cell of text.split(/\r?\n/).flatMap((line) => line.split(separator))) {
          expect(cell).not.toMatch(RUNS);
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['  =1+1', "'=1+1"],
    ['"=1', '\'"=1'],
    ["'=1", "''=1"],
    ['＋1', "'＋1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ["it's", "it's"],
    ['a\n- b', "a\n'- b"],
    ['a - b', 'a - b'],
    ['a;=cmd()', "a;'=cmd()"],
    ['a\n-cmd|x', "a\n'-cmd|x"],
  ])('%j is written as %j', (definition, cell) => {
    const { text } = writeGlossary([{ term: 'MOU', definition }], 'csv', ABOUT);
    expect(cellsOf(text, ',')[1]?.[1]).toBe(cell);
  });

  test('it is what Excel opens: a mark, CRLF, a header', () => {
    const { text, fileName, mimeType } = writeGlossary(
      [
        {
          term: 'MOU',
          definition: 'x',
          usages: [{ organization: 'City', meaning: 'y', relation: 'same' }],
        },
      ],
      'csv',
      { ...ABOUT, partnershipName: 'Zürich & Söhne / West' },
    );
    expect(text).toBe(
      '\uFEFFTerm,Definition,Status,Preferred label,Aliases,Deprecated labels,Scope note,Example,Resolution,Replaced by,usage: City,relation: City,say instead: City\r\n' +
        'MOU,x,,,,,,,,,y,same,\r\n',
    );
    expect(fileName).toBe('zurich-sohne-west-glossary-2026-11-23.csv');
    expect(mimeType).toBe('text/csv; charset=utf-8');
  });
});
