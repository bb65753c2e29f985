import { afterAll, beforeEach, expect, test } from 'vitest';
import { freshPglite } from '../support/database.ts';

const NAMES = 'select name, $1::int as n from people where name <> $2 order by name';

const pglite = await freshPglite();

beforeEach(async () => {
  await pglite.exec(`
    drop table if exists people, nobody;
    create table people (name text primary key);
    insert into people values ('Lena'), ('Renata')`);
});

afterAll(() => pglite.close());

async function prepared(): Promise<number> {
  const [counted] = await pglite.exec('select count(*)::int as n from pg_prepared_statements');
  return counted?.rows[0]?.n;
}

test('a query that was sent before answers as the first time, with what is there now', async () => {
  const before = await prepared();
  const first = await pglite.query(NAMES, [1, 'Renata']);
  const others = await pglite.query('select $1::text as name', ['Josué']);
  await pglite.query('insert into people values ($1)', ['Amal']);
  const second = await pglite.query(NAMES, [2, 'Renata']);
  expect(first.rows).toEqual([{ name: 'Lena', n: 1 }]);
  expect(others.rows).toEqual([{ name: 'Josué' }]);
  expect(second.rows).toEqual([
    { name: 'Amal', n: 2 },
    { name: 'Lena', n: 2 },
  ]);
  expect(second.fields).toEqual(first.fields);
  const arrays = await pglite.query(NAMES, [3, 'Lena'], { rowMode: 'array' });
  expect(arrays.rows).toEqual([
    ['Amal', 3],
    ['Renata', 3],
  ]);
  expect((await prepared()) - before).toBe(3);
});

test('a query that failed can be sent again, in a transaction and outside of it', async () => {
  const insert = 'insert into people values ($1) returning name';
  const numbers = 'select $1::int as n';
  for (const name of ['Amal', 'Josué']) {
    expect((await pglite.query(insert, [name])).rows).toEqual([{ name }]);
    await expect(pglite.query(insert, [name])).rejects.toThrow('people_pkey');
    await expect(pglite.query(numbers, ['five'])).rejects.toThrow('five');
    expect((await pglite.query(numbers, [5])).rows).toEqual([{ n: 5 }]);
    const undone = pglite.transaction(async (tx) => {
      await tx.query(insert, ['Wanjiru']);
      await tx.query(insert, [name]);
    });
    await expect(undone).rejects.toThrow('people_pkey');
  }
  await expect(pglite.query('select $1::int from nobody', [1])).rejects.toThrow('nobody');
  await pglite.exec('create table nobody (n int)');
  expect((await pglite.query('select $1::int from nobody', [1])).rows).toEqual([]);
  expect((await pglite.query('select count(*)::int as n from people')).rows).toEqual([{ n: 4 }]);
});

test.each([
  ['in a script', (sql: string) => ({ script: sql })],
  ['as a query', (sql: string) => ({ query: sql })],
])('a table that is changed %s has its new columns at once', async (_, how) => {
  const all = 'select * from people where name = $1';
  await pglite.query(all, ['Lena']);
  const { script, query } = { script: '', query: '', ...how('alter table people add n int') };
  await (script ? pglite.exec(script) : pglite.query(query));
  expect((await pglite.query(all, ['Lena'])).rows).toEqual([{ name: 'Lena', n: null }]);
});

test('no more statements are kept than a thousand', async () => {
  for (let n = 0; n < 1_010; n += 1) await pglite.query(`select $1::int + ${n} as n`, [1]);
  expect(await prepared()).toBeLessThanOrEqual(1_001);
  expect((await pglite.query('select $1::int + 0 as n', [1])).rows).toEqual([{ n: 1 }]);
});

test('a statement of many rows is not kept', async () => {
  const before = await prepared();
  const rows = Array.from({ length: 3_000 }, (_, n) => `($${n + 1}, 1)`).join(', ');
  const names = Array.from({ length: 3_000 }, (_, n) => `name ${n}`);
  const insert = `with many (name, n) as (values ${rows}) select count(*)::int as n from many`;
  for (let n = 0; n < 2; n += 1) {
    expect((await pglite.query(insert, names)).rows).toEqual([{ n: 3_000 }]);
  }
  expect(await prepared()).toBe(before);
});

test('a query that was sent before takes two exchanges', async () => {
  const inner = pglite.execProtocolRawSync.bind(pglite);
  let exchanges = 0;
  pglite.execProtocolRawSync = (message) => {
    exchanges += 1;
    return inner(message);
  };
  const counted: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    exchanges = 0;
    await pglite.query(NAMES, [n, 'Lena']);
    counted.push(exchanges);
  }
  pglite.execProtocolRawSync = inner;
  expect(counted).toEqual([6, 2, 2]);
});
