import { expect, test } from 'vitest';
import { shortNameOf } from '../../src/partnerships/partnership.ts';

test.each([
  ['City of Alder Falls', 'City of Alder Falls'],
  ['Quillstone Software GmbH', 'Quillstone Software'],
  ['Quillstone, Inc.', 'Quillstone'],
  // 24 characters, and 25.
  ['Lantern Health Alliances', 'Lantern Health Alliances'],
  ['Lantern Health Foundation', 'Lantern Health'],
  ['a'.repeat(60), 'a'.repeat(40)],
  ['AG', 'AG'],
])('%s is called %s', (name, short) => {
  expect(shortNameOf(name)).toBe(short);
});
