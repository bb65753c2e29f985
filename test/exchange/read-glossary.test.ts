import { describe, expect, test } from 'vitest';
import { BYTE_LIMIT, ROW_LIMIT, YAML_LIMIT } from '../../src/exchange/formats/limits.ts';
import { readGlossary } from '../../src/exchange/formats/read-glossary.ts';
import { writeGlossary } from '../../src/exchange/formats/write-glossary.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const zipOf = (name: string) =>
  bytes(`PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml\0\x01${name}\0\xff`);

describe('files that are no glossary', () => {
  test.each([
    ['terms.xlsx', zipOf('xl/workbook.xml'), /Excel workbook.*CSV/],
    ['terms.csv', zipOf('xl/workbook.xml'), /Excel workbook.*CSV/],
    ['terms.docx', zipOf('word/document.xml'), /Word document/],
    ['terms.ods', zipOf('application/vnd.oasis.opendocument.spreadsheet'), /LibreOffice/],
    ['terms.numbers', zipOf('Index/Document.iwa'), /Numbers/],
    ['terms.zip', zipOf('terms.csv'), /packed file/],
    ['terms.xls', bytes('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'), /older Excel or Word/],
    ['terms.pdf', bytes('%PDF-1.7\n%\xE2\xE3'), /This is a PDF/],
    ['terms.rtf', bytes('{\\rtf1\\ansi MOU}'), /rich text/],
    ['photo.png', bytes('\x89PNG\r\n\x1A\n'), /picture/],
    ['photo.jpg', bytes('\xFF\xD8\xFF\xE0'), /picture/],
    ['photo.webp', bytes('RIFF\x10\0\0\0WEBPVP8 '), /picture/],
    ['terms.bin', bytes('\x7FELF\x02\x01\x01\0\0\0\0\0\x01'), /not a text file/],
    ['terms.csv', bytes(''), /There is nothing in it/],
    ['terms.csv', bytes(' \r\n\t\n'), /There is nothing in it/],
    ['terms.csv', bytes('Term,Definition\r\n'), /There are no terms in it/],
    ['page.html', bytes('<!DOCTYPE html><html><body>MOU</body></html>'), /web page/],
    [
      'terms.xls',
      bytes('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'),
      /Excel workbook/,
    ],
  ])('%s', (name, given, problem) => {
    const read = readGlossary(given, name);
    expect(read.problem).toMatch(problem);
    expect(read.rows).toEqual([]);
  });
});

describe('how much is read', () => {
  const records = Array.from({ length: ROW_LIMIT }, (_, n) => ({
    term: `TERM ${n}`,
    definition: `What the partners mean by number ${n}, said in a sentence of the usual length or so.`,
    aliases: [`alias ${n}`, `other, ${n}`],
    usages: [
      { organization: 'City', meaning: `what City means by ${n}`, relation: 'same' as const },
    ],
  }));

  test.each(['csv', 'json', 'tbx', 'skos'] as const)('10,000 terms of %s', (format) => {
    const about = { partnershipName: 'Riverside', on: '2026-11-23' };
    const { text, fileName } = writeGlossary(records, format, about);
    const startedAt = performance.now();
    const read = readGlossary(new TextEncoder().encode(text), fileName);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(read.rows).toHaveLength(ROW_LIMIT);
    expect(read.rows.filter((row) => 'reason' in row)).toEqual([]);
  });

  test('one more row is too many, and so is a larger file', () => {
    const lines = Array.from({ length: ROW_LIMIT + 1 }, (_, n) => `T${n} = x`).join('\n');
    expect(readGlossary(lines).problem).toMatch(/^There are more than 10,000 rows/);
    expect(readGlossary('x'.repeat(BYTE_LIMIT + 1)).problem).toMatch(/^This file has 11 MB; 10 is/);
    expect(readGlossary('a: b\n'.repeat(YAML_LIMIT / 5 + 1), 'a.yaml').problem).toMatch(/^YAML of/);
  });

  test.each([
    ['quotes', '"'.repeat(1_000_000), 'a.csv'],
    ['apostrophes', `Term,Definition\n${"'".repeat(1_000_000)}`, 'a.csv'],
    ['separators', ','.repeat(1_000_000), 'a.csv'],
    ['lines', 'a\n'.repeat(500_000), ''],
    ['quoted labels', `Term,Definition,Aliases\na,b,"${'""a;'.repeat(200_000)}"`, 'a.csv'],
    ['spaces', `${' '.repeat(1_000_000)}x = y`, ''],
    ['mistakes in YAML', '&a '.repeat(50_000), 'a.yaml'],
    ['brackets', '['.repeat(1_000_000), 'a.json'],
  ])('a file of %s costs no more than its length', (_, text, name) => {
    const startedAt = performance.now();
    readGlossary(text, name);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });
});

test('what no format can carry is left out, and line breaks are one kind', () => {
  const [row] = readGlossary('[{"term":"M\\u0000OU","definition":"a\\u0007\\r\\nb\\ud800"}]').rows;
  expect(row).toEqual({ line: 1, record: { term: 'MOU', definition: 'a\nb\ufffd' } });
});

test('a term without a definition is read where organizations say what they mean by it', () => {
  const [row] = readGlossary('Term,Definition,usage: City\nPOC,,the person to ask').rows;
  expect(row).toMatchObject({ record: { term: 'POC', definition: '' } });
});
