import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Database } from '../../src/database/client.ts';
import { createPglite, openPglite } from '../../src/database/embedded.ts';
import { readMigrations } from '../../src/database/migrations.ts';
import { openQueue } from '../../src/schedule/queue.ts';

const ROOT = join(import.meta.dirname, '../..');

/** How a template is made; its files are made anew when this changes. */
const KIND = 'without-templates, four lines';

/** Changes with the migrations, with PGlite, whose versions do not read each other's files, and with pg-boss. */
export function templateKey(): string {
  const hash = createHash('sha256').update(KIND);
  for (const name of ['@electric-sql/pglite', 'pg-boss']) {
    hash.update(readFileSync(join(ROOT, 'node_modules', name, 'package.json')));
  }
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** pg-boss makes its own tables when it first starts, which takes half of a walk's time. */
export async function prepareQueue(database: Database): Promise<void> {
  const queue = await openQueue(
    database,
    { events: {}, work: {}, deliveries: {} },
    { log: pino({ level: 'silent' }), isOutage: () => false },
  );
  await queue[Symbol.asyncDispose]();
}

/** Nobody connects to PostgreSQL's own template databases, which are a third of what is to be unpacked. */
function withoutTemplates(tar: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at < tar.length; ) {
    const name = textIn(tar, at, 100);
    const size = name === '' ? 0 : Number.parseInt(textIn(tar, at + 124, 12), 8) || 0;
    const end = at + 512 + Math.ceil(size / 512) * 512;
    if (!/^\/?base\/[14]\/./.test(name)) kept.push(tar.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

function textIn(tar: Buffer, at: number, length: number): string {
  return tar.toString('latin1', at, at + length).split('\0', 1)[0] ?? '';
}

/** The path of a migrated, empty PGlite, made once: a new one takes seconds, a clone some 0.4 s. */
export async function prepareTemplateFile(): Promise<string> {
  const directory = join(ROOT, 'node_modules/.cache/common-ground');
  const path = join(directory, `template-${templateKey()}.tar`);
  if (existsSync(path)) return path;
  mkdirSync(directory, { recursive: true });
  const pglite = await createPglite({ dataDir: 'memory://' });
  await using database = await openPglite(pglite);
  await prepareQueue(database);
  const dump = await pglite.dumpDataDir('none');
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, withoutTemplates(Buffer.from(await dump.arrayBuffer())));
  renameSync(unfinished, path);
  return path;
}
