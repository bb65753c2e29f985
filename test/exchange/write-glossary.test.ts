import { expect, test } from 'vitest';
import { writeGlossary } from '../../src/exchange/formats/write-glossary.ts';

test.each([
  ['Open Doors to Care', 'open-doors-to-care'],
  ['  Århus & Łódź: Café!  ', 'arhus-odz-cafe'],
  ['../../etc/passwd', 'etc-passwd'],
  ['健康', 'partnership'],
  ['', 'partnership'],
  [`${'a'.repeat(59)} and more`, 'a'.repeat(59)],
  ['b'.repeat(61), 'b'.repeat(60)],
])('the file of %j has a name that every file system takes', (partnershipName, word) => {
  const { fileName } = writeGlossary([], 'skos', { partnershipName, on: '2026-11-24' });
  expect(fileName).toBe(`${word}-glossary-2026-11-24.jsonld`);
});
