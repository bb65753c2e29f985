import type { Db, Transaction } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';

/** False when this event is known already: Slack sends some of them twice. */
export async function insertEvent(
  tx: Transaction,
  eventId: string,
  body: object,
  receivedAt: Date,
): Promise<boolean> {
  const { count } = await tx.inboxEvent.createMany({
    data: [{ eventId, body: body as Prisma.InputJsonValue, receivedAt }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The body of an event that waits to be handled. */
export async function findWaitingEvent(db: Db, eventId: string): Promise<object | undefined> {
  const row = await db.inboxEvent.findUnique({ where: { eventId } });
  return row && !row.handledAt ? (row.body as object) : undefined;
}

/** What was handled is remembered by its id alone; the text is forgotten. */
export async function markEventHandled(db: Db, eventId: string, now: Date): Promise<void> {
  await db.$executeRaw`
    update inbox_event set handled_at = ${now}, body = null where event_id = ${eventId}`;
}

/** Those that failed at every try too: their text is not kept for ever. */
export async function forgetEventsBefore(db: Db, before: Date): Promise<void> {
  await db.inboxEvent.deleteMany({ where: { receivedAt: { lt: before } } });
}
