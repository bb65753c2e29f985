import { configDefaults, defineConfig } from 'vitest/config';

/** What starts whole programs; everything else is over in seconds, and is what `--mode quick` runs. */
const WHOLE = [
  'test/{walks,browser,sandbox,strangers}/**/*.test.ts',
  'test/database/processes/*.test.ts',
];

export default defineConfig(({ mode }) => ({
  test: {
    globals: false,
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'quick' ? WHOLE : [])],
    globalSetup: ['test/support/prepare-template.ts'],
    maxWorkers: 2,
    // No module of ours keeps a state, so the files of a worker share what they import.
    isolate: false,
    experimental: { fsModuleCache: true },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}));
