import { takeStance } from '../agreements/take-stance.ts';
import { type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { milestoneAgreeable } from './agreeable.ts';
import type { Answered } from './endorse-milestone.ts';
import { getMilestone } from './get-milestone.ts';
import { holdOpenMilestone } from './hold-milestone.ts';
import { DONE_LIMIT } from './milestone.ts';

/** Says no to the open version, with what would have to change. */
export async function objectToMilestone(
  ctx: Context,
  input: {
    readonly milestoneId: string;
    readonly version?: number | undefined;
    readonly reason: string;
  },
): Promise<Answered> {
  if (input.reason.length > DONE_LIMIT) {
    const sentence = `That reason has ${input.reason.length} characters; ${DONE_LIMIT} is the most.`;
    throw new Refusal('invalid', sentence, 'reason');
  }
  const { proposal } = await transaction(ctx, async (tx) => {
    const { milestoneId } = input;
    const partnershipId = tx.partnership.id;
    await holdOpenMilestone(tx, milestoneId);
    await tx.jobs.add(tx.db, 'milestones.changed', { partnershipId, milestoneId });
    return takeStance(tx, milestoneAgreeable, {
      subjectId: milestoneId,
      version: input.version,
      kind: 'object',
      reason: input.reason,
    });
  });
  const own = proposal.stances.find((stance) => stance.memberId === ctx.member?.id);
  const seen = await getMilestone(ctx, { milestoneId: input.milestoneId });
  return { seen, isAgreed: false, counts: own?.mayCount ?? true };
}
