import { expect, test } from 'vitest';
import { oncePer } from '../../src/schedule/tick.ts';

const TICKS = [
  '2026-11-30T09:00:00Z',
  '2026-11-30T09:59:59Z',
  '2026-11-30T10:00:00Z',
  '2026-11-30T23:59:59Z',
  '2026-12-01T00:00:00Z',
] as const;

test.each([
  ['hour', [true, false, true, true, true]],
  ['day', [true, false, false, false, true]],
] as const)(
  'what is due once per %s is looked at in the first tick of each',
  async (span, looks) => {
    let at = new Date(0);
    let count = 0;
    const look = oncePer(
      span,
      () => at,
      async () => {
        count += 1;
      },
    );
    const seen: boolean[] = [];
    for (const instant of TICKS) {
      at = new Date(instant);
      const before = count;
      await look();
      seen.push(count > before);
    }
    expect(seen).toEqual(looks);
  },
);

test('a look that failed is tried at the next tick', async () => {
  const failures = [new Error('no database'), undefined, undefined];
  let count = 0;
  const look = oncePer(
    'hour',
    () => new Date('2026-11-30T09:00:00Z'),
    async () => {
      const failure = failures[count];
      count += 1;
      if (failure) throw failure;
    },
  );
  await expect(look()).rejects.toThrow('no database');
  await look();
  await look();
  expect(count).toBe(2);
});
