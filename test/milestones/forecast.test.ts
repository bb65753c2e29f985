import { expect, test } from 'vitest';
import { moveIn, moveReasonIn } from '../../src/milestones/forecast.ts';

test.each([
  ['approval', 'approval'],
  [' Capacity ', 'capacity'],
  ['waiting for approval', 'approval'],
  ['the council’s vote', 'approval'],
  ['our attorney is slow', 'approval'],
  ['die Genehmigung fehlt', 'approval'],
  ['too few people', 'capacity'],
  ['illness', 'capacity'],
  ['she is ill', 'capacity'],
  ['everybody is on vacation', 'capacity'],
  ['it became more: extra wishes', 'scope'],
  ['it takes longer than we thought', 'estimate'],
  ['the storm', 'outside'],
  ['a new law', 'outside'],
  ['waiting for the vendor', 'dependency'],
  ['aliens', undefined],
  ['a milling machine', undefined],
  ['', undefined],
] as const)('%j is %s', (text, reason) => expect(moveReasonIn(text)).toBe(reason));

test.each([
  ['4 December', '4 December', ''],
  ['4 December because approval', '4 December', 'approval'],
  ['4 December  Because  of  the council', '4 December', 'the council'],
  ['4 December because\nof it', '4 December', 'it'],
  ['4 December because because of rain', '4 December', 'because of rain'],
  ['because of rain', 'because of rain', ''],
])('%j moves to %j because of %j', (text, date, why) =>
  expect(moveIn(text)).toEqual({ date, why }),
);
