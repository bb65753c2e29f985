import { type Context, organizationOf, transaction } from '../context.ts';
import { speakingMember } from '../members/speaking-member.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { getMilestone } from './get-milestone.ts';
import { holdMilestone } from './hold-milestone.ts';
import type { Seen } from './list-milestones.ts';
import { lookAgain } from './look-again.ts';
import { isOpen } from './milestone.ts';
import { putConfidence } from './plan-store.ts';

/** How likely the date holds, 1 to 5: one for each organization, by name (domain 9.2). */
export async function sayConfidence(
  ctx: Context,
  input: { readonly milestoneId: string; readonly value: number },
): Promise<Seen> {
  const { milestoneId, value } = input;
  const member = await speakingMember(ctx, 'confidence');
  if (!Number.isInteger(value) || value < 1 || value > 5) {
    throw new Refusal(
      'invalid',
      'How likely is it, from 1 (very unlikely) to 5 (very likely)?',
      'confidence',
    );
  }
  await transaction(ctx, async (tx) => {
    const partnershipId = tx.partnership.id;
    const milestone = await holdMilestone(tx, milestoneId);
    if (!isOpen(milestone) || !milestone.baselineOn) {
      throw new Refusal('too-late', `“${milestone.title}” has no agreed date to judge right now.`);
    }
    const { organizationId } = member;
    if (!milestone.contributors.includes(organizationId)) {
      const own = organizationOf(tx, member).shortName;
      throw new Refusal('not-yours', `${own} doesn’t take part in “${milestone.title}”.`);
    }
    const at = tx.clock.now();
    const said = { milestoneId, organizationId, memberId: member.id, value, at };
    await putConfidence(tx.db, partnershipId, said);
    await addNote(tx, milestoneId, 'milestones.confidence', { value });
    await tx.jobs.add(tx.db, 'milestones.changed', { partnershipId, milestoneId });
    await lookAgain(tx);
  });
  return getMilestone(ctx, { milestoneId });
}
