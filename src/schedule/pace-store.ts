import type { Db } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';

export type Scope = {
  readonly scope: string;
  /** 0 takes no turn, and only waits for a pause to be over. */
  readonly everyMs: number;
  /** As much may go out at once before the pace begins. */
  readonly burstMs: number;
};

/**
 * Seconds until the turn that was taken; or, where none comes within so many, until one can be.
 * One statement, so that replicas stand in one line.
 */
export async function takeTurn(
  db: Db,
  scopes: readonly Scope[],
  withinSeconds: number,
): Promise<number> {
  const wanted = Prisma.join(
    scopes.map(
      ({ scope, everyMs, burstMs }) =>
        Prisma.sql`(${scope}, ${everyMs}::float8, ${burstMs}::float8)`,
    ),
  );
  const [row] = await db.$queryRaw<{ wait: number | null }[]>`
    with wanted (scope, ms, burst) as (values ${wanted}),
    free as (
      select extract(epoch from max(p.free_at) - clock_timestamp()) as wait
      from pace p join wanted w using (scope)),
    taken as (
      insert into pace (scope, free_at)
      select w.scope, clock_timestamp() + (w.ms - w.burst) * interval '1 millisecond'
      from wanted w, free f where w.ms > 0 and coalesce(f.wait, 0) <= ${withinSeconds} order by w.scope
      on conflict (scope) do update set free_at =
        greatest(pace.free_at, clock_timestamp() - (
          select w.burst from wanted w where w.scope = excluded.scope) * interval '1 millisecond')
        + (select w.ms from wanted w where w.scope = excluded.scope) * interval '1 millisecond'
      returning scope, free_at)
    select greatest(
      (select extract(epoch from max(t.free_at - w.ms * interval '1 millisecond') - clock_timestamp())
       from taken t join wanted w using (scope)),
      f.wait)::float8 as wait
    from free f`;
  return Math.max(0, row?.wait ?? 0);
}

/** What is long past holds nobody up. */
export async function deleteOldPaces(db: Db): Promise<void> {
  await db.$executeRaw`delete from pace where free_at < clock_timestamp() - interval '1 hour'`;
}

export async function putPause(db: Db, scope: string, seconds: number): Promise<void> {
  await db.$executeRaw`
    insert into pace (scope, free_at)
    values (${scope}, clock_timestamp() + ${seconds} * interval '1 second')
    on conflict (scope) do update set free_at = greatest(pace.free_at, excluded.free_at)`;
}
