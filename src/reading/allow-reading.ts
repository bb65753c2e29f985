import { type Context, transaction } from '../context.ts';
import { coordinatingMember } from '../members/coordinating-member.ts';
import { addNote } from '../partnerships/add-note.ts';
import { getPartnership } from '../partnerships/get-partnership.ts';
import { Refusal } from '../refusal.ts';
import { getReading } from './get-reading.ts';
import type { Reading } from './reading.ts';
import { lockChannel, markReading, putConsent } from './store.ts';

/**
 * A coordinator's yes for their organization. Reading is on once none is missing of those that are there:
 * who was missing may also have left.
 */
export async function allowReading(
  ctx: Context,
  input: { readonly channelId: string },
): Promise<Reading> {
  const { channelId } = input;
  const { id: partnershipId } = ctx.partnership;
  return transaction(ctx, async (given) => {
    await lockChannel(given.db, partnershipId, channelId);
    const { organizationId, id: memberId } = await coordinatingMember(
      given,
      'A coordinator of your organization can say yes to this. Who that is: `/partnership members`; to name one: `/partnership setup`.',
    );
    const tx = { ...given, partnership: await getPartnership(given) };
    const before = await getReading(tx, { channelId });
    const at = ctx.clock.now();
    if (!before.yes.includes(organizationId)) {
      await putConsent(tx.db, partnershipId, { channelId, organizationId, memberId, at });
      await addNote(tx, undefined, 'reading.allowed', { channelId });
    } else if (before.isOn || before.missing.length > 0) {
      throw new Refusal(
        'already-done',
        before.isOn
          ? 'I read this channel already.'
          : 'Your organization has said yes already. The others still have to.',
      );
    }
    const { missing } = await getReading(tx, { channelId });
    if (missing.length === 0) {
      await markReading(tx.db, partnershipId, channelId, at);
      await addNote(tx, undefined, 'reading.on', { channelId });
      await ctx.jobs.add(tx.db, 'reading.announce', { partnershipId, channelId, what: 'on' });
    }
    return getReading(tx, { channelId });
  });
}
