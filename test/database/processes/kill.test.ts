import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../src/database/client.ts';
import { startWriting } from './writing.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'common-ground-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('every acknowledged row survives kill -9, again and again', async () => {
  const acknowledged: string[] = [];
  for (const rows of [1, 150, 20]) {
    const writing = startWriting(dataDir);
    await writing.until(rows);
    await writing.kill();
    acknowledged.push(...writing.acknowledged);
  }
  await using database = await openDatabase({ dataDir });
  const kept = await database.client.inboxEvent.findMany({ orderBy: { eventId: 'asc' } });
  expect(kept.map((row) => row.eventId)).toEqual(expect.arrayContaining(acknowledged));
  // At most the row that was committed and not yet acknowledged, at each of three deaths.
  expect(kept.length - acknowledged.length).toBeLessThanOrEqual(3);
});

test.each([200, 800, 1600, 2400])('a first start killed after %i ms is begun anew', async (ms) => {
  const writing = startWriting(dataDir);
  await setTimeout(ms);
  await writing.kill();
  await using database = await openDatabase({ dataDir });
  expect(await database.client.partnership.count()).toBe(0);
});

test('a second process is refused while the first lives, and takes over once it is dead', async () => {
  const writing = startWriting(dataDir);
  await writing.until(0);
  await expect(openDatabase({ dataDir })).rejects.toThrow(
    new RegExp(
      `^The data directory ${dataDir} is in use by process ${writing.child.pid}: an embedded database serves one process\\. Stop that process, or set DATA_DIR`,
    ),
  );
  await writing.until(5);
  await writing.kill();
  await using database = await openDatabase({ dataDir });
  expect(await database.client.inboxEvent.count()).toBeGreaterThanOrEqual(5);
});

test('the same process is refused a second time, until it has closed the first', async () => {
  {
    await using _first = await openDatabase({ dataDir });
    await expect(openDatabase({ dataDir })).rejects.toThrow(`in use by process ${process.pid}`);
  }
  await using second = await openDatabase({ dataDir });
  await second.ping();
});
