import { type Context, transaction } from '../context.ts';
import { refuseSecondPress } from '../postings/refuse-second-press.ts';
import { ownerOf } from './owner-of.ts';

/** Has the file sent to the one who asks: it is written when it is sent. */
export async function askForFile(ctx: Context): Promise<void> {
  const owner = ownerOf(ctx);
  await transaction(ctx, async (tx) => {
    await refuseSecondPress(tx, { what: 'calendars.send', about: owner.memberId });
    await tx.jobs.add(tx.db, 'calendars.send', owner);
  });
}
