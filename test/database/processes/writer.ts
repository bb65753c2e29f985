// Commits rows one after the other and says of each that it is there: `ready`, 1, 2, 3…
import { openDatabase } from '../../../src/database/client.ts';
import { inTransaction } from '../../../src/database/transaction.ts';

const database = await openDatabase({ dataDir: process.argv[2] ?? '' });
process.stdout.write('ready\n');
const { _max } = await database.client.inboxEvent.aggregate({ _max: { eventId: true } });
for (let n = Number(_max.eventId ?? 0) + 1; ; n += 1) {
  const eventId = String(n).padStart(9, '0');
  await inTransaction(database.client, (tx) =>
    tx.inboxEvent.create({ data: { eventId, body: { n }, receivedAt: new Date() } }),
  );
  process.stdout.write(`${eventId}\n`);
}
