import type { PGlite } from '@electric-sql/pglite';

const HOUR = 3_600_000;

/**
 * PGlite has none of the background processes by which a server tidies up: no checkpoints, so its log
 * grows and a start after a crash takes ever longer, and no autovacuum.
 */
export function keepHouse(pglite: PGlite): Disposable {
  // What fails now is tried again in an hour; whatever is really wrong, the next query says.
  const timer = setInterval(() => tidyUp(pglite).catch(() => {}), HOUR);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/**
 * Sweeps the tables that autovacuum would, one by one so that others get their turn, and returns them. The
 * plans of statements that are kept are made anew with what it learns of a table.
 */
export async function tidyUp(pglite: PGlite): Promise<readonly string[]> {
  const { rows } = await pglite.query<{ name: string }>(`
    select relid::regclass::text as name
    from pg_stat_user_tables join pg_class on pg_class.oid = relid
    where n_dead_tup > 50 + 0.2 * greatest(reltuples, 0)
      or n_mod_since_analyze > 50 + 0.1 * greatest(reltuples, 0)`);
  for (const { name } of rows) await pglite.exec(`vacuum (analyze) ${name}`);
  await pglite.exec('checkpoint');
  return rows.map(({ name }) => name);
}
