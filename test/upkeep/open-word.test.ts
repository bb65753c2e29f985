import { expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { findOpenWord, openWord } from '../../src/upkeep/store.ts';
import { foundWorld, NOON } from '../database/rows.ts';
import { freshDatabase } from '../support/database.ts';

test('of two turns that open a word, one does, and the other one knows that it did not', async () => {
  await using database = await freshDatabase();
  const db = database.client;
  const { partnershipId, subjectId: termId } = await foundWorld(db);
  const { id: otherId } = await db.subject.create({ data: { partnershipId, kind: 'term' } });
  await db.term.create({
    data: { id: otherId, partnershipId, text: 'POC', normalized: 'poc', createdAt: NOON },
  });
  const open = (id: string) =>
    inTransaction(db, (tx) => openWord(tx, partnershipId, { termId: id, openedAt: NOON }));
  expect(await open(termId)).toBe(true);
  expect(await open(otherId)).toBe(false);
  expect(await findOpenWord(db, partnershipId)).toEqual({ termId, openedAt: NOON });
});
