import { expect, test } from 'vitest';
import { chanceOf } from './chance.ts';
import { mutated } from './mutations.ts';
import { fieldNames, registeredIds } from './registered.ts';

test('the same seed changes a payload in the same way, and leaves the given one as it was', () => {
  const payload = { type: 'block_actions', user: { id: 'U0RENATA' }, actions: [{ value: 'a 1' }] };
  const before = JSON.stringify(payload);
  const changed = (seed: number) => JSON.stringify(mutated(payload, ['x'], chanceOf(seed)));
  const all = Array.from({ length: 200 }, (_, seed) => changed(seed));
  expect(Array.from({ length: 200 }, (_, seed) => changed(seed))).toEqual(all);
  expect(new Set(all).size).toBeGreaterThan(100);
  expect(JSON.stringify(payload)).toBe(before);
});

test('whatever can be pressed or filled in is known to the strangers', async () => {
  expect(await registeredIds()).toEqual(
    expect.arrayContaining([
      'glossary.endorse',
      'milestones.make',
      'exchange.confirm',
      'checkins.rather',
    ]),
  );
  expect(fieldNames()).toEqual(
    expect.arrayContaining(['definition', 'target', 'days', 'file', 'who']),
  );
});
