import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPglite, openPglite } from '../../src/database/embedded.ts';
import { readMigrations } from '../../src/database/migrations.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Changes with the migrations and with PGlite, whose versions do not read each other's files. */
export function templateKey(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(ROOT, 'node_modules/@electric-sql/pglite/package.json')));
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** The path of a migrated, empty PGlite, made once: a new one takes seconds, a clone some 0.4 s. */
export async function prepareTemplateFile(): Promise<string> {
  const directory = join(ROOT, 'node_modules/.cache/common-ground');
  const path = join(directory, `template-${templateKey()}.tar`);
  if (existsSync(path)) return path;
  mkdirSync(directory, { recursive: true });
  const pglite = await createPglite({ dataDir: 'memory://' });
  await using _database = await openPglite(pglite);
  const dump = await pglite.dumpDataDir('none');
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
  renameSync(unfinished, path);
  return path;
}
