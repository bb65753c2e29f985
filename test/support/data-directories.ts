import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createPglite } from '../../src/database/embedded.ts';
import { prepareTemplateFile } from './template-file.ts';

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
    const loadDataDir = new Blob([readFileSync(await prepareTemplateFile())]);
    const dataDir = join(template, 'postgres');
    await (await createPglite({ dataDir, loadDataDir })).close();
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
