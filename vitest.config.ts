import { configDefaults, defineConfig } from 'vitest/config';
import { WHOLE_PROGRAMS } from './test/support/whole-programs.ts';

export default defineConfig(({ mode }) => ({
  test: {
    globals: false,
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'quick' ? WHOLE_PROGRAMS : [])],
    globalSetup: ['test/support/prepare-template.ts'],
    setupFiles: ['test/support/patience.ts'],
    maxWorkers: 2,
    // No module of ours keeps a state, so the files of a worker share what they import.
    isolate: false,
    experimental: { fsModuleCache: true },
  },
}));
