import type { PGlite } from '@electric-sql/pglite';
import { type ConstructorOptions, fromPglite } from 'pg-boss';

/**
 * PGlite's one connection for pg-boss. Its scripts open transactions of their own; one that failed
 * would leave the connection in it, and whoever is next in line (a transaction of ours) would fail
 * for no fault of its own. PGlite's `transaction` rolls back before it lets the next one in.
 */
export function queueDatabase(pglite: PGlite): NonNullable<ConstructorOptions['db']> {
  return fromPglite({
    query: (sql, values) => pglite.query(sql, values),
    async exec(sql) {
      if (/^\s*begin\b/i.test(sql)) return pglite.transaction((tx) => tx.exec(sql));
      // Looking for jobs, which is asked all day, is a statement like any other: it is kept.
      return /^\s*with\b[^;]*$/i.test(sql) ? [await pglite.query(sql)] : pglite.exec(sql);
    },
    listen: (channel, callback) => pglite.listen(channel, callback),
  });
}
