import { expect, vi } from 'vitest';
import { startsPrograms } from './whole-programs.ts';

/** vitest's set-up of each file: how long a test may take; the files of a worker come one after the other. */
vi.setConfig(
  startsPrograms(expect.getState().testPath ?? '')
    ? { testTimeout: 60_000, hookTimeout: 60_000 }
    : { testTimeout: 10_000, hookTimeout: 20_000 },
);
