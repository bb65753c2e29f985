import { matchesGlob, relative } from 'node:path';

/** The tests that start whole programs; everything else is over in seconds, and is what `--mode quick` runs. */
export const WHOLE_PROGRAMS: readonly string[] = [
  'test/{walks,browser,sandbox,strangers}/**/*.test.ts',
  'test/database/processes/*.test.ts',
];

const ROOT = new URL('../../', import.meta.url).pathname;

/** Whether a file of tests, by its path from the root or a whole one, is one of them. */
export function startsPrograms(path: string): boolean {
  const inside = path.startsWith('/') ? relative(ROOT, path) : path;
  return WHOLE_PROGRAMS.some((glob) => matchesGlob(inside, glob));
}
