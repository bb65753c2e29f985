import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../src/context.ts';
import { type Database, openDatabase } from '../src/database/client.ts';
import { applyImport } from '../src/exchange/apply-import.ts';
import { askCoordinators } from '../src/exchange/ask-coordinators.ts';
import { confirmImport } from '../src/exchange/confirm-import.ts';
import { readGlossary } from '../src/exchange/formats/read-glossary.ts';
import { proposeImport } from '../src/exchange/propose-import.ts';
import { readImport } from '../src/exchange/read-import.ts';
import { startImport } from '../src/exchange/start-import.ts';
import type { Member } from '../src/members/member.ts';
import { listMembers } from '../src/members/store.ts';
import { findPartnership } from '../src/partnerships/store.ts';
import { startPostgres } from './postgres.ts';
import { report } from './report.ts';
import { insertAtLeast, seedEmpty } from './seed-import.ts';

const ROWS = 10_000;

/** Rows of a file brought in per second, to the fewest inserts that hold the same. */
export async function importing(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'common-ground-bench-'));
  try {
    await using embedded = await openDatabase({ dataDir: join(work, 'data') });
    await measure('pglite', embedded);
    await using server = await startPostgres();
    if (!server) return;
    await using database = await openDatabase({ url: server.url, dataDir: '' });
    await measure('server', database);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function measure(name: string, { client }: Database): Promise<void> {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `term ${at},What term ${at} means for everybody who works here,also term ${at}`,
  );
  const file = new TextEncoder().encode(['term,definition,aliases', ...rows].join('\n'));
  const floorSeconds = await seconds(() => insertAtLeast(client, ROWS));
  for (const way of ['proposed', 'agreed'] as const) {
    const contexts = await contextsOf(client, await seedEmpty(client));
    const [first] = contexts;
    if (!first) throw new Error('nobody is there');
    await startImport(first, { pasted: 'x = y', channelId: 'C1' });
    const { id: importId } = await client.termImport.findFirstOrThrow({
      where: { partnershipId: first.partnership.id },
    });
    const readSeconds = await seconds(async () => {
      const { rows: read } = readGlossary(file, 'terms.csv');
      await readImport(first, { importId, reading: { rows: read, source: 'terms.csv' } });
    });
    if (way === 'proposed') await proposeImport(first, { importId });
    else {
      await askCoordinators(first, { importId });
      for (const ctx of contexts.slice(1)) await confirmImport(ctx, { importId });
    }
    const applySeconds = await seconds(() => applyImport(first, { importId, report: () => {} }));
    const { partnership } = first;
    const count = await client.term.count({ where: { partnershipId: partnership.id } });
    if (count !== ROWS) throw new Error(`${count} of ${ROWS} rows were brought in`);
    const floor = ROWS / floorSeconds;
    report({ name: `import.${way}.${name}`, value: ROWS / applySeconds, unit: 'rows/s', floor });
    if (way === 'proposed') {
      report({ name: `import.preview.${name}`, value: ROWS / readSeconds, unit: 'rows/s', floor });
    }
  }
}

async function contextsOf(
  client: Database['client'],
  partnershipId: string,
): Promise<readonly (Context & { readonly member: Member })[]> {
  const partnership = await findPartnership(client, partnershipId);
  if (!partnership) throw new Error('the partnership was not founded');
  const members = await listMembers(client, partnershipId);
  return members.map((member) => ({
    db: client,
    clock: { now: () => new Date('2026-11-23T12:00:00Z') },
    jobs: { add: async () => {} },
    facts: { tell: async () => {}, hasSpoken: async () => false },
    changed: () => {},
    partnership,
    member,
  }));
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}
