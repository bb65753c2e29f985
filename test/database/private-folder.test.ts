import { chmodSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/client.ts';
import { useDataDirectories } from '../support/data-directories.ts';

const directories = useDataDirectories();

let before: number;
beforeAll(() => {
  before = process.umask(0);
});
afterAll(() => {
  process.umask(before);
});

/** Whatever others of the machine may do anything with. */
function openToOthers(directory: string): readonly string[] {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return ['', ...names].filter((name) => (lstatSync(join(directory, name)).mode & 0o077) !== 0);
}

function openAll(directory: string): void {
  for (const name of ['', ...readdirSync(directory, { recursive: true, encoding: 'utf8' })]) {
    chmodSync(join(directory, name), 0o777);
  }
}

test('nobody else reads the folder of an embedded database, whatever the umask', async () => {
  const dataDir = directories.initialised();
  openAll(dataDir);
  process.umask(0);
  {
    await using database = await openDatabase({ dataDir });
    const { client } = database;
    await client.$executeRaw`create table many as select generate_series(1, 50000) as n`;
    await client.$executeRaw`create index on many (n)`;
    await client.$executeRaw`checkpoint`;
    expect(readdirSync(dataDir)).toContain('postgres');
    expect(openToOthers(dataDir)).toEqual([]);
  }
  expect(openToOthers(dataDir)).toEqual([]);
});

test('a folder that holds other things too keeps its own rights, and so do they', async () => {
  const dataDir = directories.initialised();
  openAll(dataDir);
  process.umask(0);
  writeFileSync(join(dataDir, 'notes.txt'), '');
  mkdirSync(join(dataDir, 'others'));
  await using _database = await openDatabase({ dataDir });
  expect(openToOthers(dataDir).toSorted()).toEqual(['', 'notes.txt', 'others']);
});
