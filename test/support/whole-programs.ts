import { matchesGlob } from 'node:path';

/** The tests that start whole programs; everything else is over in seconds. */
export const WHOLE_PROGRAMS: readonly string[] = [
  'test/{walks,browser,sandbox,strangers}/**/*.test.ts',
  'test/database/processes/*.test.ts',
];

/** Whether a file of tests, by its path from the root, is one of them. */
export function startsPrograms(path: string): boolean {
  return WHOLE_PROGRAMS.some((glob) => matchesGlob(path, glob));
}
