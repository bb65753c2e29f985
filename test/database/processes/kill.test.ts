import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/database/client.ts';
import { useDataDirectories } from '../../support/data-directories.ts';
import { startWriting } from './writing.ts';

const directories = useDataDirectories();

test('a second process is refused while the first lives; every acknowledged row survives kill -9, again and again', async () => {
  const dataDir = directories.initialised();
  const acknowledged: string[] = [];
  for (const rows of [1, 150, 20]) {
    const writing = startWriting(dataDir);
    await writing.until(0);
    await expect(openDatabase({ dataDir })).rejects.toThrow(
      new RegExp(
        `^The data directory ${dataDir} is in use by process ${writing.child.pid}: an embedded database serves one process\\. Stop that process, or set DATA_DIR`,
      ),
    );
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

test('a first start that is killed, early and then halfway, is begun anew', async () => {
  const dataDir = directories.empty();
  for (const ms of [400, 1800]) {
    const writing = startWriting(dataDir);
    await setTimeout(ms);
    await writing.kill();
  }
  await using database = await openDatabase({ dataDir });
  expect(await database.client.partnership.count()).toBe(0);
});

test('the same process is refused a second time, until it has closed the first', async () => {
  const dataDir = directories.initialised();
  {
    await using _first = await openDatabase({ dataDir });
    await expect(openDatabase({ dataDir })).rejects.toThrow(`in use by process ${process.pid}`);
  }
  await using second = await openDatabase({ dataDir });
  await second.ping();
});
