import { expect } from 'vitest';
import { readGlossary } from '../../src/exchange/formats/read-glossary.ts';

/** The records of a file in which every row can be read. */
export function recordsOf(given: Uint8Array | string, fileName?: string) {
  const read = readGlossary(given, fileName);
  expect(read.problem).toBeUndefined();
  return read.rows.map((row) => {
    if ('reason' in row) throw new Error(`line ${row.line}: ${row.reason}`);
    return row.record;
  });
}

/** What is wrong with each row; nothing where it can be read. */
export function reasonsOf(given: string, fileName?: string) {
  return readGlossary(given, fileName).rows.map((row) =>
    'reason' in row ? row.reason : undefined,
  );
}
