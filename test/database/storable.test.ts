import { describe, expect, test } from 'vitest';
import { storable, storableJson, storableText } from '../../src/database/storable.ts';
import { freshDatabase } from '../support/database.ts';

describe('what a database keeps', () => {
  test.each([
    ['a\0b', 'ab'],
    ['\ud800', '\ufffd'],
    ['\udc00a', '\ufffda'],
    ['\ud83d\0\udcdd', '📝'],
    ['📝 עברית \u202e', '📝 עברית \u202e'],
  ])('of the text %j is %j', (given, kept) => {
    expect(storableText(given)).toBe(kept);
    expect(storable({ [given]: [given, { a: given }] })).toEqual({ [kept]: [kept, { a: kept }] });
    expect(JSON.parse(storableJson(JSON.stringify({ [given]: [given] })))).toEqual({
      [kept]: [kept],
    });
  });

  test('of numbers, nothing and keys with a meaning is what they were', () => {
    const given = JSON.parse('{"__proto__":{"a":1},"n":1e999,"z":null,"t":true}');
    expect(Object.keys(storable(given) as object)).toEqual(['__proto__', 'n', 'z', 't']);
    expect(storable(given)).toEqual(given);
    expect(storableJson('{"a":"\\\\u0000"}')).toBe('{"a":"\\\\u0000"}');
  });

  test('is nothing where it nests for ever', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(() => storable(deep)).toThrow(RangeError);
  });
});

test('what PostgreSQL refuses reaches no row, in texts, lists and JSON, in a transaction and outside', async () => {
  await using database = await freshDatabase();
  const db = database.client;
  const hostile = 'a\0b\ud800';
  const receivedAt = new Date('2026-11-24T15:00:00Z');
  await db.inboxEvent.create({
    data: { eventId: 'E\0v1', body: { [hostile]: hostile }, receivedAt },
  });
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`update inbox_event set event_id = ${'Ev\x002'} where event_id = ${'Ev1\0'}`;
  });
  const kept = await db.inboxEvent.findMany({ where: { eventId: { in: ['Ev\x002', 'none'] } } });
  expect(kept.map(({ eventId, body }) => [eventId, body])).toEqual([
    ['Ev2', { 'ab\ufffd': 'ab\ufffd' }],
  ]);
});
