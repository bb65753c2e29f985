import { expect, test } from 'vitest';
import { mutantsOf } from '../scripts/mutants.ts';

const TEXT = `export function mayMeet(a: number, b: string | undefined): boolean {
  if (!b || a < 30) return false;
  note(a);
  return a + 1 > 2 ? true : b !== 'x';
}
`;

const mutated = () =>
  mutantsOf('a.ts', TEXT).map(({ start, end, by }) => TEXT.slice(0, start) + by + TEXT.slice(end));

test.each([
  'if (!b) return',
  'if (a < 30) return',
  'if (!(!b || a < 30)) return',
  'if ((b) || a < 30) return',
  'a <= 30',
  'a < 31',
  "b === 'x'",
  '!(a + 1 > 2) ? true',
  'a - 1 > 2',
  'return false;\n  ;\n',
])('a fault that is put in: %s', (text) => {
  expect(mutated().some((one) => one.includes(text))).toBe(true);
});

test('a fault keeps its name when other lines of the file change', () => {
  const ids = (text: string) => mutantsOf('a.ts', text).map(({ id }) => id);
  expect(ids(`// new\n${TEXT}`)).toEqual(ids(TEXT));
  expect(new Set(ids(TEXT)).size).toBe(ids(TEXT).length);
});

test('what stands for a place of a list that is always there is left alone', () => {
  const ofNumbers = (text: string) =>
    mutantsOf('a.ts', text).filter(({ what }) => what === 'one more');
  expect(ofNumbers('const a = cells[at] ?? 0;')).toEqual([]);
  expect(ofNumbers('const a = found.get(at) ?? 0;')).toHaveLength(1);
  expect(ofNumbers('const a = cells[1] ?? at;')).toHaveLength(1);
});

test('what only a race would show is left alone', () => {
  const undone = (text: string) =>
    mutantsOf('a.ts', text).filter(({ what }) => what === 'not done');
  expect(undone('await lockSubject(db, id); await setImmediate();')).toEqual([]);
  expect(undone('await addNote(ctx, id);')).toHaveLength(1);
});

test('types are left alone', () => {
  expect(mutantsOf('a.ts', "type A = 1 | 2; type B = A extends 1 ? 'asc' : 3;")).toEqual([]);
});
