import { expect, test } from 'vitest';
import { usualLength } from '../../src/milestones/usual-length.ts';

type Given = Parameters<typeof usualLength>[0][number];

/** Planned for a hundred days. */
const reached = (doneOn: string | undefined, more: Partial<Given> = {}) =>
  ({
    agreedOn: '2026-01-01',
    baselineOn: '2026-04-11',
    doneOn,
    isDropped: false,
    ...more,
  }) as Given;

const [early, onTime, late, later, latest] = [
  '2026-03-02',
  '2026-04-11',
  '2026-05-11',
  '2026-06-10',
  '2026-07-20',
].map((doneOn) => reached(doneOn));

test('five that were reached tell how long they take, as the median of actual over planned', () => {
  const all = [early, onTime, late, later, latest].filter((one) => one !== undefined);
  expect(usualLength(all)).toBeCloseTo(1.3);
  expect(usualLength(all.slice(1))).toBeUndefined();
});

test('what was dropped, is still open or was planned for its own day tells nothing', () => {
  const four = [early, onTime, late, later].filter((one) => one !== undefined);
  const odd = [
    reached(undefined),
    reached('2026-04-11', { isDropped: true }),
    reached('2026-04-11', { agreedOn: '2026-04-11' }),
    reached('2026-04-11', { baselineOn: undefined }),
  ];
  expect(usualLength([...four, ...odd])).toBeUndefined();
});
