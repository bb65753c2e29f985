import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openDatabase } from '../../src/database/client.ts';

export type DataDirectories = {
  empty(): string;
  /** Like one that a bot has been started on before; the first start takes seconds. */
  initialised(): string;
};

/** Directories for embedded databases, removed after the file's tests. */
export function useDataDirectories(): DataDirectories {
  const made: string[] = [];
  const empty = (): string => {
    const directory = mkdtempSync(join(tmpdir(), 'common-ground-'));
    made.push(directory);
    return directory;
  };
  const template = empty();
  beforeAll(async () => {
    await (await openDatabase({ dataDir: template }))[Symbol.asyncDispose]();
  }, 30_000);
  afterAll(() => {
    for (const directory of made) rmSync(directory, { recursive: true, force: true });
  });
  return {
    empty,
    initialised() {
      const directory = empty();
      cpSync(template, directory, { recursive: true });
      return directory;
    },
  };
}
