import { takeStance } from '../agreements/take-stance.ts';
import { type Context, transaction } from '../context.ts';
import { milestoneAgreeable } from './agreeable.ts';
import { getMilestone } from './get-milestone.ts';
import { holdOpenMilestone } from './hold-milestone.ts';
import type { Seen } from './list-milestones.ts';

export type Answered = {
  readonly seen: Seen;
  readonly isAgreed: boolean;
  /** False when the organization named representatives and the member is none of them. */
  readonly counts: boolean;
};

/** Says yes to the open version; `isAgreed` when that was the last yes. */
export async function endorseMilestone(
  ctx: Context,
  input: { readonly milestoneId: string; readonly version?: number | undefined },
): Promise<Answered> {
  const { standing, proposal } = await transaction(ctx, async (tx) => {
    const { milestoneId } = input;
    const partnershipId = tx.partnership.id;
    await holdOpenMilestone(tx, milestoneId);
    await tx.jobs.add(tx.db, 'milestones.changed', { partnershipId, milestoneId });
    return takeStance(tx, milestoneAgreeable, {
      subjectId: milestoneId,
      version: input.version,
      kind: 'endorse',
    });
  });
  const own = proposal.stances.find((stance) => stance.memberId === ctx.member?.id);
  return {
    seen: await getMilestone(ctx, { milestoneId: input.milestoneId }),
    isAgreed: standing.state === 'agreed',
    counts: own?.mayCount ?? true,
  };
}
