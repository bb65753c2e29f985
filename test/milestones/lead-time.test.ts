import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leadTimeLine, readLeadTime } from '../../src/milestones/lead-time.ts';

test.each([
  ['20, 35, 60', { minimum: 20, typical: 35, maximum: 60 }],
  ['20 35 60', { minimum: 20, typical: 35, maximum: 60 }],
  ['5;5;5', { minimum: 5, typical: 5, maximum: 5 }],
])('“%s” is read', (text, leadTime) => expect(readLeadTime(text)).toEqual(leadTime));

test.each([
  '',
  '20',
  '20, 35',
  '20, 35, 60, 90',
  'a, b, c',
  '1.5, 2, 3',
  '-1, 2, 3',
  '20, 35, 1001',
  '35, 20, 60',
  '20, 60, 35',
])('“%s” is not', (text) => expect(readLeadTime(text)).toBeUndefined());

test('the line of a lead time reads back as it', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { minLength: 3, maxLength: 3 }), (days) => {
      const [minimum = 0, typical = 0, maximum = 0] = days.toSorted((a, b) => a - b);
      const leadTime = { minimum, typical, maximum };
      expect(readLeadTime(leadTimeLine(leadTime))).toEqual(leadTime);
    }),
  ));
