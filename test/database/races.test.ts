import { expect, test } from 'vitest';
import type { Database, Db } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { freshDatabase, SERVER_URL } from '../support/database.ts';
import { refused } from './refusal.ts';
import { foundWorld, NOON, putForward, stanceOf, type World } from './rows.ts';

const onServer = test.runIf(SERVER_URL);

function supersede(tx: Db, { proposalId }: World) {
  const data = { state: 'superseded', closedAt: NOON } as const;
  return tx.proposal.update({ where: { id: proposalId }, data });
}

/** Resolves when some session waits for a lock of another. */
async function someoneWaits(database: Database): Promise<void> {
  const waiting = await database.client.$queryRaw<unknown[]>`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  if (waiting.length === 0) await someoneWaits(database);
}

onServer('a stance taken while its version is superseded is refused', async () => {
  await using database = await freshDatabase();
  const world = await foundWorld(database.client);
  let stance: Promise<string> | undefined;
  await inTransaction(database.client, async (tx) => {
    await supersede(tx, world);
    stance = refused(() => database.client.stance.create({ data: stanceOf(world) }));
    await someoneWaits(database);
  });
  expect(await stance).toBe('23514 stance_on_open_version');
});

onServer('a version is superseded only after the stance that came first is in', async () => {
  await using database = await freshDatabase();
  const world = await foundWorld(database.client);
  const order: string[] = [];
  let superseding: Promise<unknown> | undefined;
  await inTransaction(database.client, async (tx) => {
    await tx.stance.create({ data: stanceOf(world) });
    superseding = inTransaction(database.client, (other) => supersede(other, world)).then(() =>
      order.push('superseded'),
    );
    await someoneWaits(database);
    order.push('stance');
  });
  await superseding;
  expect(order).toEqual(['stance', 'superseded']);
});

onServer('of two agreements about one subject at once, one is refused', async () => {
  await using database = await freshDatabase();
  const db = database.client;
  const world = await foundWorld(db);
  const { partnershipId, subjectId, proposalId } = world;
  await db.proposal.update({
    where: { id: proposalId },
    data: { state: 'agreed', closedAt: NOON },
  });
  const second = await putForward(db, world, 2);
  const outcomes = await Promise.all(
    [proposalId, second].map((id) =>
      refused(() =>
        db.agreement.create({ data: { partnershipId, subjectId, proposalId: id, agreedAt: NOON } }),
      ),
    ),
  );
  expect(outcomes.sort()).toEqual(['23505 agreement_one_in_force', 'accepted']);
});

onServer('of two versions put forward at once, one is refused', async () => {
  await using database = await freshDatabase();
  const db = database.client;
  const world = await foundWorld(db);
  await supersede(db, world);
  const outcomes = await Promise.all([2, 3].map((n) => refused(() => putForward(db, world, n))));
  expect(outcomes.sort()).toEqual(['23505 proposal_one_open', 'accepted']);
});
