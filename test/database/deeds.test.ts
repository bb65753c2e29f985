import { expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { NotYet } from '../../src/schedule/not-yet.ts';
import { createDeeds, type Work } from '../../src/slack/deeds.ts';
import { freshDatabase } from '../support/database.ts';
import { movedClock } from '../support/moved-clock.ts';

type Said = { readonly words: string };

/** Adds one to a pace, as anything that changes a row would. */
function working({ client }: Database, and: () => Promise<void> = async () => {}): Work<Said> {
  return {
    async act(deed) {
      await inTransaction(client, async (tx) => {
        await deed.note(tx);
        await tx.pace.create({ data: { scope: crypto.randomUUID(), freeAt: new Date(0) } });
      });
      await and();
      return { words: 'done' };
    },
    kept: (said) => said,
    cutOff: () => ({ words: 'cut off' }),
  };
}

test('a payload is worked on any number of times, and what it asks for is done once', async () => {
  await using database = await freshDatabase();
  const { client } = database;
  const deeds = createDeeds(client, movedClock('2026-11-24T15:00:00Z'));
  const once = (key: string, work = working(database)) => deeds.once(key, work);

  const first = await once('Ev1');
  expect(first).toMatchObject({ answer: { words: 'done' }, trace: { isDoubted: false } });
  const second = await once('Ev1');
  expect(second?.answer).toEqual({ words: 'done' });
  expect(second?.trace).toEqual({ ...first?.trace, isDoubted: true });
  await deeds.delivered('Ev1');
  expect(await once('Ev1')).toBeUndefined();
  expect(await client.pace.count()).toBe(1);

  const crash = () => Promise.reject(new Error('cut off'));
  await expect(once('Ev2', working(database, crash))).rejects.toThrow('cut off');
  expect((await once('Ev2'))?.answer).toEqual({ words: 'cut off' });
  expect(await client.pace.count()).toBe(2);

  // Both have looked, and found nothing done, before either does it.
  const tries = await Promise.allSettled(['Ev3', 'Ev3', 'Ev3'].map((key) => once(key)));
  const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused.filter((reason) => !(reason instanceof NotYet))).toEqual([]);
  expect(await client.pace.count()).toBe(3);
});

test('a refused deed changes nothing, and is answered as it was', async () => {
  await using database = await freshDatabase();
  const { client } = database;
  const deeds = createDeeds(client, movedClock('2026-11-24T15:00:00Z'));
  let isDone: boolean | undefined;
  const refused: Work<Said> = {
    ...working(database),
    async act(deed) {
      const refusing = inTransaction(client, async (tx) => {
        await deed.note(tx);
        throw new Error('refused');
      });
      await expect(refusing).rejects.toThrow('refused');
      isDone = await deed.isDone();
      return { words: 'refused' };
    },
  };
  expect((await deeds.once('Ev1', refused))?.answer).toEqual({ words: 'refused' });
  expect(isDone).toBe(false);
  expect((await deeds.once('Ev1', working(database)))?.answer).toEqual({ words: 'refused' });
  expect(await client.pace.count()).toBe(0);
});
