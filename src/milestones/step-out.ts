import { type Context, organizationOf, transaction } from '../context.ts';
import { speakingMember } from '../members/speaking-member.ts';
import { addNote } from '../partnerships/add-note.ts';
import { Refusal } from '../refusal.ts';
import { type Added, addMilestone } from './add-milestone.ts';
import { holdMilestone } from './hold-milestone.ts';
import { isOpen } from './milestone.ts';
import { revealDates } from './reveal-dates.ts';
import { removeContributor } from './store.ts';

/**
 * The acting member's organization lets the others go ahead and joins on a later day, which becomes a
 * milestone of its own (domain 8.4). Answers that one.
 */
export async function stepOut(
  ctx: Context,
  input: { readonly milestoneId: string; readonly on: string },
): Promise<Added> {
  const { milestoneId, on } = input;
  const partnershipId = ctx.partnership.id;
  const own = organizationOf(ctx, await speakingMember(ctx, 'target'));
  return transaction(ctx, async (tx) => {
    const milestone = await holdMilestone(tx, milestoneId);
    const { contributors, ownerOrganizationId, title } = milestone;
    if (!contributors.includes(own.id) || !isOpen(milestone)) {
      throw new Refusal('too-late', `${own.shortName} doesn’t take part in “${title}” any more.`);
    }
    if (ownerOrganizationId === own.id) {
      throw new Refusal(
        'invalid',
        `${own.shortName} looks after “${title}”, so it can’t join later. Move the date, or split it.`,
      );
    }
    const others = contributors.filter((id) => id !== own.id);
    await removeContributor(tx.db, partnershipId, milestoneId, own.id);
    await addNote(tx, milestoneId, 'milestones.stepped-out', { on });
    await tx.jobs.add(tx.db, 'milestones.changed', { partnershipId, milestoneId });
    await revealDates(tx, { milestoneId });
    const joins = `${title}: ${own.shortName} joins`;
    return addMilestone(tx, { title: joins, on, openly: true, contributors: [own.id, ...others] });
  });
}
