import { defineConfig } from 'vitest/config';
import { WHOLE_PROGRAMS } from './test/support/whole-programs.ts';

export default defineConfig({
  test: {
    globals: false,
    maxWorkers: 2,
    // No module of ours keeps a state, so the files of a worker share what they import.
    isolate: false,
    experimental: { fsModuleCache: true },
    // Each has workers of its own: one that ran all files would come to the end of its memory.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...WHOLE_PROGRAMS],
          globalSetup: ['test/support/prepare-template.ts'],
          testTimeout: 10_000,
          hookTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: [...WHOLE_PROGRAMS],
          globalSetup: ['test/support/prepare-template.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
