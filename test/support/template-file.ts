import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { pino } from 'pino';
import { startClock } from '../../sandbox/clock.ts';
import { loadSample, SAMPLE_AT } from '../../sandbox/load-sample.ts';
import type { Database } from '../../src/database/client.ts';
import { createPglite, openPglite } from '../../src/database/embedded.ts';
import { readMigrations } from '../../src/database/migrations.ts';
import { openQueue } from '../../src/schedule/queue.ts';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/common-ground');

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
export function prepareTemplateFile(): Promise<string> {
  return fileOnce(`template-${templateKey()}`, async () => createPglite({ dataDir: 'memory://' }));
}

/** The same with the sample partnership in it, made anew whenever something of the program changed. */
export function prepareSampleFile(): Promise<string> {
  const key = sampleKey();
  return fileOnce(
    `sample-${key}`,
    async () => {
      forgetOldSamples(key);
      const template = readFileSync(await prepareTemplateFile());
      return createPglite({ dataDir: 'memory://', loadDataDir: new Blob([template]) });
    },
    (db) => loadSample({ db, clock: startClock(SAMPLE_AT) }),
  );
}

function sampleKey(): string {
  const hash = createHash('sha256').update(templateKey());
  for (const folder of ['src', 'sandbox']) {
    const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => /\.(ts|json)$/.test(one)).toSorted())
      hash.update(name).update(readFileSync(join(ROOT, folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function fileOnce(
  name: string,
  open: () => Promise<PGlite>,
  fill: (client: Database['client']) => Promise<void> = async () => {},
): Promise<string> {
  const path = join(CACHE, `${name}.tar`);
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  const pglite = await open();
  await using database = await openPglite(pglite);
  await prepareQueue(database);
  await fill(database.client);
  const dump = await pglite.dumpDataDir('none');
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, withoutTemplates(Buffer.from(await dump.arrayBuffer())));
  renameSync(unfinished, path);
  return path;
}

/** Every change of the program makes another; those of this one, finished or not, may be somebody else's. */
function forgetOldSamples(key: string): void {
  for (const name of readdirSync(CACHE)) {
    if (name.startsWith('sample-') && !name.startsWith(`sample-${key}`))
      rmSync(join(CACHE, name), { force: true });
  }
}
