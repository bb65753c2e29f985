import { expect, test } from 'vitest';
import { moveReasonIn } from '../../src/milestones/forecast.ts';

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
