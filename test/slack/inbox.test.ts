import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createInbox } from '../../src/slack/inbox.ts';
import { freshDatabase } from '../support/database.ts';
import { movedClock } from '../support/moved-clock.ts';

test('an event that is taken up before anybody can hear it stays to be handled', async () => {
  await using database = await freshDatabase();
  const db = database.client;
  const clock = movedClock('2026-11-24T15:00:00Z');
  await db.inboxEvent.create({ data: { eventId: 'Ev1', body: {}, receivedAt: clock.now() } });
  const inbox = createInbox({
    db,
    clock,
    jobs: () => {
      throw new Error('nobody adds a job');
    },
    log: pino({ level: 'silent' }),
    isRead: async () => true,
    isNews: async () => true,
  });
  await expect(inbox.handle({ eventId: 'Ev1' })).rejects.toThrow('before anybody could hear');
  const kept = await db.inboxEvent.findUnique({ where: { eventId: 'Ev1' } });
  expect(kept).toMatchObject({ handledAt: null, body: {} });
});
