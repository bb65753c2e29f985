import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Transaction } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { freshDatabase } from '../support/database.ts';
import { SCOPED, UNSCOPED } from './scope-arguments.ts';
import { type WholeWorld, wholeWorld } from './whole-world.ts';

/*
 * Every function of every store, asked for one partnership with everything that belongs to another: it reads
 * nothing of the other’s and changes nothing of it. Asked with its own, it works: or else the test could not
 * fail. A new function has no arguments yet, and the last test says so.
 */

type StoreFunction = (...given: readonly unknown[]) => unknown;

const SRC = new URL('../../src/', import.meta.url);
const STORES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[a-z]+\/([a-z]+-)?store\.ts$/.test(path))
  // What is of Slack and of the queue is of no partnership.
  .filter((path) => !/^(slack|schedule)\//.test(path))
  .map((path) => path.replace('.ts', ''));

const UNDONE = new Error('undone');

let database: Database;
let own: WholeWorld;
let other: WholeWorld;
let tables: readonly string[];
const functions = new Map<string, StoreFunction>();

beforeAll(async () => {
  for (const path of STORES) {
    const all = (await import(new URL(`${path}.ts`, SRC).href)) as Record<string, unknown>;
    for (const [name, one] of Object.entries(all)) {
      if (typeof one === 'function') functions.set(`${path}.${name}`, one as StoreFunction);
    }
  }
  database = await freshDatabase();
  own = await wholeWorld(database.client, 'aardvark');
  other = await wholeWorld(database.client, 'zebra');
  tables = (
    await database.client.$queryRaw<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'partnership_id' order by 1`
  ).map(({ name }) => name);
});
afterAll(() => database[Symbol.asyncDispose]());

/** The rows of the other partnership, printed. */
async function printOf(tx: Transaction): Promise<string> {
  const each = tables.map(
    (table) =>
      `select '${table} ' || coalesce(string_agg(t::text, '|' order by t::text), '') as print
       from "${table}" t where partnership_id = '${other.partnershipId}'`,
  );
  const rows = await tx.$queryRawUnsafe<{ print: string }[]>(each.join(' union all '));
  return rows.map(({ print }) => print).join('\n');
}

/** What a call answers, and what it leaves of the other partnership; nothing of it stays. */
async function called(name: string, world: WholeWorld) {
  let outcome: { answer?: unknown; error?: unknown; after?: string } = {};
  await inTransaction(database.client, async (tx) => {
    const { partnershipId } = own;
    const owner = { partnershipId, memberId: world.memberId };
    const first = name.startsWith('calendars/') ? owner : partnershipId;
    try {
      const given = SCOPED[name]?.(world) ?? [];
      const answer = await functions.get(name)?.(tx, first, ...given);
      outcome = { answer, after: await printOf(tx) };
    } catch (error) {
      outcome = { error };
    }
    throw UNDONE;
  }).catch((error) => {
    if (error !== UNDONE) throw error;
  });
  return outcome;
}

function contentOf(answer: unknown): string {
  return (
    JSON.stringify(answer, (_, value) =>
      value instanceof Set || value instanceof Map ? [...value] : value,
    ) ?? ''
  );
}

test('there is something of the other partnership in every table', async () => {
  await inTransaction(database.client, async (tx) => {
    const empty = (await printOf(tx)).split('\n').filter((line) => line.endsWith(' '));
    expect(empty).toEqual([]);
  });
  expect(tables.length).toBeGreaterThan(40);
});

describe.each(Object.keys(SCOPED))('%s', (name) => {
  test('reads and changes nothing of another partnership', async () => {
    const before = await inTransaction(database.client, printOf);
    const { answer, error, after } = await called(name, other);
    // The database refuses what would point from one into the other.
    if (error !== undefined) return expect(String(error)).not.toMatch(/TypeError|Unknown arg/);
    expect(after).toBe(before);
    const content = contentOf(answer);
    expect(content).not.toMatch(/zebra/i);
    // What it was asked for may be said back; rows of it have more.
    expect(content).not.toContain(other.partnershipId);
  });

  test('works for its own', async () => {
    const { answer, error } = await called(name, own);
    expect(error).toBeUndefined();
    if (/\.(find|list)/.test(name)) expect(contentOf(answer)).toMatch(/\w/);
  });
});

test('every function of every store is here', () => {
  const known = [...Object.keys(SCOPED), ...Object.keys(UNSCOPED)];
  expect([...functions.keys()].toSorted()).toEqual(known.toSorted());
});
