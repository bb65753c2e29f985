import type { Db, Transaction } from '../database/client.ts';

export type KeptDeed = {
  readonly isDone: boolean;
  /** Undefined where whoever did it was cut off before it was worded. */
  readonly answer: object | undefined;
  readonly isDelivered: boolean;
  readonly deliveryId: string;
  readonly begunAt: Date;
};

/** One try at what a payload asks for. */
export type Attempt = {
  readonly key: string;
  readonly attempt: string;
  readonly deliveryId: string;
  readonly begunAt: Date;
};

export async function findDeed(db: Db, key: string): Promise<KeptDeed | undefined> {
  const row = await db.deed.findUnique({ where: { key } });
  if (!row) return undefined;
  return {
    isDone: row.doneAt !== null,
    answer: (row.answer as object | null) ?? undefined,
    isDelivered: row.deliveredAt !== null,
    deliveryId: row.deliveryId,
    begunAt: row.begunAt,
  };
}

/** False when another try has done it; one that is at it just now is waited for. */
export async function markDone(tx: Transaction, given: Attempt): Promise<boolean> {
  const { key, attempt, deliveryId, begunAt } = given;
  const marked = await tx.$executeRaw`
    insert into deed (key, attempt, begun_at, done_at, delivery_id)
    values (${key}, ${attempt}::uuid, ${begunAt}, ${begunAt}, ${deliveryId}::uuid)
    on conflict (key) do update set done_at = coalesce(deed.done_at, excluded.done_at)
    where deed.attempt = excluded.attempt`;
  return marked === 1;
}

/** Keeps what came of it until it is delivered; false when another try has done it. */
export async function keepAnswer(db: Db, given: Attempt, answer: object): Promise<boolean> {
  const { key, attempt, deliveryId, begunAt } = given;
  const kept = await db.$executeRaw`
    insert into deed (key, attempt, begun_at, answer, delivery_id)
    values (${key}, ${attempt}::uuid, ${begunAt}, ${JSON.stringify(answer)}::jsonb,
      ${deliveryId}::uuid)
    on conflict (key) do update set answer = excluded.answer
    where deed.attempt = excluded.attempt`;
  return kept === 1;
}

/** What was said is forgotten; that it was is remembered. */
export async function markDelivered(db: Db, key: string, now: Date): Promise<void> {
  await db.$executeRaw`
    update deed set delivered_at = ${now}, answer = null where key = ${key}`;
}

/** What changed nothing may be worked on again; of what was done, that it was is still known. */
export async function forgetAnswersBefore(db: Db, before: Date): Promise<void> {
  await db.deed.deleteMany({ where: { begunAt: { lt: before }, doneAt: null } });
  await db.$executeRaw`
    update deed set answer = null where begun_at < ${before} and answer is not null`;
}

export async function forgetDeedsBefore(db: Db, before: Date): Promise<void> {
  await db.deed.deleteMany({ where: { begunAt: { lt: before } } });
}
