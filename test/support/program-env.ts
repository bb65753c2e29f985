import { fileURLToPath } from 'node:url';

/** For programs that a test starts: what one of them has compiled, the next one need not, which halves a start. */
export const PROGRAM_ENV: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  NODE_COMPILE_CACHE: fileURLToPath(
    new URL('../../node_modules/.cache/common-ground/compiled', import.meta.url),
  ),
};

/** Nor does a program that lives for seconds gain by compiling PostgreSQL twice: a third of its start was that. */
export const PROGRAM_FLAGS: readonly string[] = ['--liftoff-only'];
