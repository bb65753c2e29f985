import { expect, test } from 'vitest';
import { createScanner } from '../../src/glossary/scanner.ts';
import { spot } from '../../src/glossary/spotting.ts';

const LABELS = ['POC', 'PR', 'CBO', 'PM', 'OK', 'US', 'US office', 'project manager'];
const SCANNER = createScanner(LABELS.map((text) => ({ text, id: text })));
const spotted = (text: string) =>
  spot(text, SCANNER).map(({ start, end }) => text.slice(start, end));

test('G7: spots exactly POC, PR and CBO', () => {
  expect(spotted('OK, 5 PM: can the POC review the PR before the CBO signs?')).toEqual([
    'POC',
    'PR',
    'CBO',
  ]);
});

test.each([
  ['the time of day', 'at 5PM, 5 pm, 5 p.m., 12:30 PM', []],
  ['the project manager', 'ask the PM, 5 PMs, Q3 the PM', ['PM', 'PMs', 'PM']],
  ['letters that everybody knows', 'OK, ok, tell us, the U.S. and the US', []],
  ['a label that only holds such letters', 'the US office', ['US office']],
  ['a number on the line before', 'we are 5\nPM is late', ['PM']],
])('%s', (_, text, expected) => {
  expect(spotted(text)).toEqual(expected);
});
