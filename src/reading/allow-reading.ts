import { actingMember, type Context, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { getReading } from './get-reading.ts';
import type { Reading } from './reading.ts';
import { lockChannel, markReading, putConsent } from './store.ts';

/** A coordinator's yes for their organization. The last one that was missing turns reading on. */
export async function allowReading(
  ctx: Context,
  input: { readonly channelId: string },
): Promise<Reading> {
  const member = actingMember(ctx);
  const { channelId } = input;
  if (!member.coordinator) {
    throw new Refusal(
      'not-yours',
      'A coordinator of your organization can say yes to this. Who that is: `/partnership members`; to name one: `/partnership setup`.',
    );
  }
  const { id: partnershipId } = ctx.partnership;
  return transaction(ctx, async (tx) => {
    await lockChannel(tx.db, partnershipId, channelId);
    const before = await getReading(tx, { channelId });
    if (before.yes.includes(member.organizationId)) {
      throw new Refusal(
        'already-done',
        before.isOn
          ? 'I read this channel already.'
          : 'Your organization has said yes already. The others still have to.',
      );
    }
    const { organizationId, id: memberId } = member;
    const at = ctx.clock.now();
    await putConsent(tx.db, partnershipId, { channelId, organizationId, memberId, at });
    await addNote(tx, undefined, 'reading.allowed', { channelId });
    if (before.missing.length === 1) {
      await markReading(tx.db, partnershipId, channelId, at);
      await addNote(tx, undefined, 'reading.on', { channelId });
      await ctx.jobs.add(tx.db, 'reading.announce', { partnershipId, channelId, what: 'on' });
    }
    return getReading(tx, { channelId });
  });
}
