import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from '../../src/charts/trend.ts';

test('names beside the lines keep their order, and never cover each other', () => {
  const heights = fc.array(fc.double({ min: 0, max: 420, noNaN: true }), { maxLength: 15 });
  fc.assert(
    fc.property(heights, (given) => {
      const placed = apart(given, 18, 420);
      const order = given.map((_, at) => at).toSorted((a, b) => (given[a] ?? 0) - (given[b] ?? 0));
      const inOrder = order.map((at) => placed[at] ?? 0);
      for (const [n, height] of inOrder.entries()) {
        if (n > 0) expect(height - (inOrder[n - 1] ?? 0)).toBeGreaterThanOrEqual(17.999);
        expect(height).toBeLessThanOrEqual(420);
      }
    }),
  );
});

test('where there is room, they stand where their lines end', () => {
  expect(apart([400, 10, 200], 18, 420)).toEqual([400, 10, 200]);
});
