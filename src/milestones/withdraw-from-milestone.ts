import { withdrawProposal } from '../agreements/withdraw-proposal.ts';
import { withdrawStance } from '../agreements/withdraw-stance.ts';
import { actingMember, type Context, transaction } from '../context.ts';
import { milestoneAgreeable } from './agreeable.ts';
import { getMilestone } from './get-milestone.ts';
import { holdOpenMilestone } from './hold-milestone.ts';
import type { Seen } from './list-milestones.ts';

export type Withdrawn = {
  readonly seen: Seen;
  readonly what: 'proposal' | 'stance';
  /** Taking back the last objection may leave nothing but yeses. */
  readonly isAgreed: boolean;
};

/** Takes back what the acting member said of the open version, or else what their organization put forward. */
export async function withdrawFromMilestone(
  ctx: Context,
  input: { readonly milestoneId: string },
): Promise<Withdrawn> {
  const member = actingMember(ctx);
  const { milestone } = await getMilestone(ctx, input);
  const subjectId = milestone.id;
  const hasSpoken =
    milestone.open?.stances.some((stance) => stance.slackUserId === member.slackUserId) ?? false;
  const isAgreed = await transaction(ctx, async (tx) => {
    const partnershipId = tx.partnership.id;
    await holdOpenMilestone(tx, subjectId);
    await tx.jobs.add(tx.db, 'milestones.changed', { partnershipId, milestoneId: subjectId });
    if (hasSpoken) {
      const { standing } = await withdrawStance(tx, milestoneAgreeable, { subjectId });
      return standing.state === 'agreed';
    }
    await withdrawProposal(tx, milestoneAgreeable, { subjectId });
    return false;
  });
  const seen = await getMilestone(ctx, input);
  return { seen, what: hasSpoken ? 'stance' : 'proposal', isAgreed };
}
