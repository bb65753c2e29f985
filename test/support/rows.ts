import type { Database } from '../../src/database/client.ts';

/** What changes although nobody did anything: the queue’s own tables, turns of the pace, what was heard. */
const RESTLESS = ['_prisma_migrations', 'inbox_event', 'pace', 'deed'];

/** A print of all rows of each table but those of one partnership, to see that nothing else changed. */
export async function rowsBut(
  partnershipId: string,
  { client }: Database,
): Promise<Readonly<Record<string, string>>> {
  const tables = await client.$queryRaw<{ tablename: string }[]>`
    select tablename from pg_tables where schemaname = 'public' order by tablename`;
  const prints: Record<string, string> = {};
  for (const { tablename } of tables) {
    if (RESTLESS.includes(tablename)) continue;
    const rows = await client.$queryRawUnsafe<{ print: string }[]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print
       from "${tablename}" t where to_jsonb(t) ->> 'partnership_id' is distinct from $1`,
      partnershipId,
    );
    prints[tablename] = rows[0]?.print ?? '';
  }
  return prints;
}
