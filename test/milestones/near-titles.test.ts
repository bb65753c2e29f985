import { expect, test } from 'vitest';
import { nearTitles } from '../../src/milestones/near-titles.ts';

const KNOWN = [
  'Pilot open in three neighborhoods',
  'Funding',
  'Data agreement',
  'Open evening',
].map((title) => ({ title }));

test.each([
  ['Fnding', ['Funding']],
  ['fundign', ['Funding']],
  ['data agrement', ['Data agreement']],
  ['agreement on data', ['Data agreement']],
  ['pilots', ['Pilot open in three neighborhoods']],
  ['opening evening', ['Open evening']],
  ['something else', []],
  ['', []],
  ['x'.repeat(5_000), []],
])('%j may mean %j', (wanted, titles) =>
  expect(nearTitles(wanted, KNOWN).map(({ title }) => title)).toEqual(titles),
);
