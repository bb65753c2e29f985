import { defineConfig } from 'vitest/config';

/** What starts whole programs; everything else is over in seconds. */
const SLOW = [
  'test/{walks,browser,sandbox,strangers}/**/*.test.ts',
  'test/database/processes/*.test.ts',
];

export default defineConfig({
  test: {
    globals: false,
    maxWorkers: 2,
    // No module of ours keeps a state, so the files of a worker share what they import.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: SLOW,
          globalSetup: ['test/support/prepare-template.ts'],
          testTimeout: 10_000,
          hookTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: SLOW,
          globalSetup: ['test/support/prepare-template.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
