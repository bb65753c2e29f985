import { expect, test } from 'vitest';
import type { ChangeListener } from '../../src/database/changes.ts';
import { openDatabase } from '../../src/database/client.ts';
import { createPartnershipCache } from '../../src/database/partnership-cache.ts';
import { freshDatabase, SERVER_URL } from '../support/database.ts';
import { cloneServerTemplate } from '../support/server-template.ts';

/** A cache whose notifications the test sends itself. */
async function byHand() {
  let listener: ChangeListener | undefined;
  let isHeard = true;
  const cache = await createPartnershipCache<{ text: string }>(async (given) => {
    listener = given;
    return { isHeard: () => isHeard, async [Symbol.asyncDispose]() {} };
  }, 10);
  let reads = 0;
  return {
    cache,
    reads: () => reads,
    changed: (id: string) => listener?.changed(id),
    lose() {
      isHeard = false;
      listener?.lost();
    },
    read: (text: string, meanwhile = () => {}) =>
      cache.through('key', async () => {
        reads += 1;
        meanwhile();
        return { partnershipId: 'p1', value: { text } };
      }),
  };
}

test('a value is read once, until its own partnership changes', async () => {
  const { read, reads, changed } = await byHand();
  expect(await read('first')).toEqual({ text: 'first' });
  changed('p2');
  expect(await read('second')).toEqual({ text: 'first' });
  expect(reads()).toBe(1);
  changed('p1');
  expect(await read('second')).toEqual({ text: 'second' });
});

test('what was read before a change is given to the one who asked, and not kept', async () => {
  const { read, changed } = await byHand();
  expect(await read('old', () => changed('p1'))).toEqual({ text: 'old' });
  expect(await read('new')).toEqual({ text: 'new' });
});

test('while notifications may be missed, nothing is kept', async () => {
  const { read, lose } = await byHand();
  await read('first');
  lose();
  expect(await read('second')).toEqual({ text: 'second' });
  expect(await read('third')).toEqual({ text: 'third' });
});

test('a change that this replica tells of itself counts at once', async () => {
  const { cache, read } = await byHand();
  await read('first');
  cache.forget('p1');
  expect(await read('second')).toEqual({ text: 'second' });
});

test('the database announces a change of what answers are made of', async () => {
  await using database = await freshDatabase();
  const { id } = await database.client.partnership.create({
    data: { name: 'Ours', foundedAt: new Date('2026-01-01') },
  });
  const heard = Promise.withResolvers<string>();
  const ready = Promise.withResolvers<void>();
  await using changes = await database.listen({
    changed: heard.resolve,
    lost: () => ready.resolve(),
  });
  if (!database.embedded) await ready.promise;
  await database.client.channel.create({
    data: { slackId: 'C1', partnershipId: id, installationTeamId: 'T1' },
  });
  expect(await heard.promise).toBe(id);
  expect(changes.isHeard()).toBe(true);
});

test.runIf(SERVER_URL)(
  'another replica’s change is heard, and a lost connection is opened anew',
  async () => {
    await using clone = await cloneServerTemplate(SERVER_URL ?? '');
    await using here = await openDatabase({ url: clone.url, dataDir: '' });
    await using there = await openDatabase({ url: clone.url, dataDir: '' });
    const { id } = await there.client.partnership.create({
      data: { name: 'Ours', foundedAt: new Date('2026-01-01') },
    });
    let heard = Promise.withResolvers<string>();
    let lost = Promise.withResolvers<void>();
    await using changes = await here.listen({
      changed: (partnershipId) => heard.resolve(partnershipId),
      lost: () => lost.resolve(),
    });
    await lost.promise;
    const change = (slackId: string) =>
      there.client.channel.create({
        data: { slackId, partnershipId: id, installationTeamId: 'T1' },
      });
    await change('C1');
    expect(await heard.promise).toBe(id);

    lost = Promise.withResolvers();
    await there.client.$queryRaw`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'common-ground changes' and datname = current_database()`;
    await lost.promise;
    lost = Promise.withResolvers();
    heard = Promise.withResolvers();
    await lost.promise;
    expect(changes.isHeard()).toBe(true);
    await change('C2');
    expect(await heard.promise).toBe(id);
  },
);
