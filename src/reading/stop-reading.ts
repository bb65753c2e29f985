import { type Context, transaction } from '../context.ts';
import { coordinatingMember } from '../members/coordinating-member.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { getReading } from './get-reading.ts';
import { lockChannel, markReading, removeConsents } from './store.ts';

/** Turns reading off at once, or takes the yeses so far back. One coordinator is enough. */
export async function stopReading(
  ctx: Context,
  input: { readonly channelId: string },
): Promise<void> {
  const { channelId } = input;
  const { id: partnershipId } = ctx.partnership;
  await transaction(ctx, async (tx) => {
    await lockChannel(tx.db, partnershipId, channelId);
    await coordinatingMember(
      tx,
      'Any coordinator can turn this off, of whichever organization. Who they are: `/partnership members`.',
    );
    const { since } = await getReading(tx, { channelId });
    const taken = await removeConsents(tx.db, partnershipId, channelId);
    if (taken === 0) throw new Refusal('already-done', 'I don’t read this channel.');
    await markReading(tx.db, partnershipId, channelId, null);
    await addNote(tx, undefined, 'reading.off', { channelId });
    if (since) {
      await ctx.jobs.add(tx.db, 'reading.announce', { partnershipId, channelId, what: 'off' });
    }
  });
}
