import { expect, test } from 'vitest';
import { tidyUp } from '../../src/database/housekeeping.ts';
import { freshPglite } from '../support/database.ts';

test('tables with many dead or new rows are swept, and the log is cut short', async () => {
  await using pglite = await freshPglite();
  await pglite.exec(`
    insert into inbox_event (event_id, received_at) select n, now() from generate_series(1, 500) n;
    update inbox_event set handled_at = now();
    create schema "Other"; create table "Other"."Table" as select 1 as n from generate_series(1, 99);
    delete from "Other"."Table";
    create table grown as select n from generate_series(1, 99) n;
    create table small as select n from generate_series(1, 9) n`);
  // What is counted is otherwise told once a second.
  await pglite.exec('select pg_stat_force_next_flush()');
  const swept = await tidyUp(pglite);
  expect([...swept].sort()).toEqual(['"Other"."Table"', 'grown', 'inbox_event']);
  expect(await tidyUp(pglite)).toEqual([]);
});

test('the size at which PGlite would begin a checkpoint by itself is out of reach', async () => {
  await using pglite = await freshPglite();
  const { rows } = await pglite.query('show max_wal_size');
  expect(rows).toEqual([{ max_wal_size: '64GB' }]);
});
