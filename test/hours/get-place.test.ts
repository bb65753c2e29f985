import { expect, test } from 'vitest';
import { getPlace } from '../../src/hours/get-place.ts';
import { placeCode } from '../../src/hours/place.ts';

test.each([
  ['US-IL', 'US-IL', 'Illinois, United States of America'],
  ['us il', 'US-IL', 'Illinois, United States of America'],
  ['Illinois', 'US-IL', 'Illinois, United States of America'],
  ['de_be', 'DE-BE', 'Berlin, Germany'],
  ['Berlin, Germany', 'DE-BE', 'Berlin, Germany'],
  ['Germany', 'DE', 'Germany'],
  ['“USA”', 'US', 'United States of America'],
  ['united states', 'US', 'United States of America'],
  ['uk-eng', 'GB-ENG', 'England, United Kingdom'],
  ['DE-BY-A', 'DE-BY-A', 'Bayern, Stadt Augsburg, Germany'],
  ['be', 'BE', 'Belgium'],
])('“%s” is %s, %s', async (words, code, name) => {
  const found = await getPlace(words);
  expect([placeCode(found.place), found.name]).toEqual([code, name]);
});

test.each([
  ['', 'Which country, and which state?'],
  ['Ilinois', 'Do you mean Illinois, United States of America (`US-IL`)?'],
  ['Germny', 'Do you mean Germany (`DE`)?'],
  ['Georgia', '`GE` (Georgia) or `US-GA` (Georgia, United States of America)'],
  ['US-XX', 'I don’t know that part of United States of America.'],
  ['MC-01', 'Monaco is listed as a whole, without states: `MC`.'],
  ['XX', 'Write it like `US-IL`, `DE-BE` or `Berlin, Germany`.'],
  ['St. Gallen!', 'I don’t know the place “St Gallen!”'],
  ['x'.repeat(5_000), 'I don’t know the place “xxxx'],
])('“%.30s” is refused with a way on: %s', async (words, sentence) => {
  const refusal = await getPlace(words).catch((error: Error) => error);
  expect(refusal).toMatchObject({ field: 'place', message: expect.stringContaining(sentence) });
  expect((refusal as Error).message.length).toBeLessThan(400);
});
