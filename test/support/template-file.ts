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
import { loadSample } from '../../sandbox/load-sample.ts';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
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
export function prepareTemplateFile(): Promise<string> {
  return fileOnce(`template-${templateKey()}`, async () => createPglite({ dataDir: 'memory://' }));
}

/** The same with the sample partnership in it, made anew whenever something of the program changed. */
export function prepareSampleFile(): Promise<string> {
  return fileOnce(
    `sample-${sampleKey()}`,
    async () => {
      const template = readFileSync(await prepareTemplateFile());
      return createPglite({ dataDir: 'memory://', loadDataDir: new Blob([template]) });
    },
    (client) =>
      loadSample({ db: client, clock: startClock(`${sample.asOf}T15:00:00Z`) }, 'C0OPENDOORS'),
  );
}

function sampleKey(): string {
  const hash = createHash('sha256').update(templateKey());
  for (const folder of ['src', 'sandbox']) {
    for (const name of readdirSync(join(ROOT, folder), {
      recursive: true,
      encoding: 'utf8',
    }).toSorted()) {
      if (/\.(ts|json)$/.test(name))
        hash.update(name).update(readFileSync(join(ROOT, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function fileOnce(
  name: string,
  open: () => Promise<PGlite>,
  fill: (client: Database['client']) => Promise<void> = async () => {},
): Promise<string> {
  const directory = join(ROOT, 'node_modules/.cache/common-ground');
  const path = join(directory, `${name}.tar`);
  if (existsSync(path)) return path;
  mkdirSync(directory, { recursive: true });
  const pglite = await open();
  await using database = await openPglite(pglite);
  await prepareQueue(database);
  await fill(database.client);
  const dump = await pglite.dumpDataDir('none');
  for (const old of readdirSync(directory)) {
    if (old.startsWith('sample-') && name.startsWith('sample-'))
      rmSync(join(directory, old), { force: true });
  }
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, withoutTemplates(Buffer.from(await dump.arrayBuffer())));
  renameSync(unfinished, path);
  return path;
}
