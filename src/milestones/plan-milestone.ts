import { type Context, transaction } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { waitsInCircle } from './dependency.ts';
import { getMilestone } from './get-milestone.ts';
import { getMilestoneOwner } from './get-milestone-owner.ts';
import { listMilestones, type Seen } from './list-milestones.ts';
import { lookAgain } from './look-again.ts';
import {
  DONE_LIMIT,
  type LeadTime,
  type MilestoneStep,
  MOST_STEPS,
  MOST_WORKING_DAYS,
  ownersOf,
} from './milestone.ts';
import { ownedMilestone } from './owned-milestone.ts';
import { lockDependencies, putDependencies, putSteps } from './plan-store.ts';
import { revealDates } from './reveal-dates.ts';
import { addContributor, changeMilestone, putContributors } from './store.ts';

export type Plan = {
  readonly ownerUserId?: string | undefined;
  readonly doneMeans?: string | undefined;
  readonly remainingWorkingDays?: number | undefined;
  readonly latestAcceptableOn?: string | null | undefined;
  readonly leadTime?: LeadTime | null | undefined;
  readonly steps?: readonly MilestoneStep[] | undefined;
  readonly dependsOn?: readonly string[] | undefined;
  readonly contributors?: readonly string[] | undefined;
};

/** How the owner means to get there. What is not given stays. */
export async function planMilestone(
  ctx: Context,
  input: Plan & { readonly milestoneId: string },
): Promise<Seen> {
  const { milestoneId, steps, dependsOn, contributors, ownerUserId } = input;
  refuseFaults(input);
  await transaction(ctx, async (tx) => {
    const partnershipId = tx.partnership.id;
    if (dependsOn) {
      await lockDependencies(tx.db, partnershipId);
      await refuseCircle(tx, milestoneId, dependsOn);
    }
    const milestone = await ownedMilestone(tx, milestoneId);
    const present = presentOrganizations(tx.partnership).map(({ id }) => id);
    const owner = await getMilestoneOwner(tx, ownersOf(milestone, present), ownerUserId);
    const ownerOrganizationId = owner?.organizationId ?? milestone.ownerOrganizationId;
    await changeMilestone(
      tx.db,
      partnershipId,
      milestoneId,
      {
        ...(owner && { ownerOrganizationId, ownerMemberId: owner.id }),
        ...(input.doneMeans !== undefined && { doneMeans: input.doneMeans || undefined }),
        ...(input.remainingWorkingDays !== undefined && {
          remainingWorkingDays: input.remainingWorkingDays,
        }),
        ...(input.latestAcceptableOn !== undefined && {
          latestAcceptableOn: input.latestAcceptableOn,
        }),
        ...(input.leadTime !== undefined && { leadTime: input.leadTime }),
      },
      tx.clock.now(),
    );
    if (steps) await putSteps(tx.db, partnershipId, milestoneId, steps);
    if (dependsOn) await putDependencies(tx.db, partnershipId, milestoneId, dependsOn);
    if (contributors) {
      const chosen = contributors.filter((id) => present.includes(id));
      const all = [...new Set([ownerOrganizationId, ...chosen])];
      await putContributors(tx.db, partnershipId, milestoneId, all);
      await revealDates(tx, { milestoneId });
    }
    if (owner) await addContributor(tx.db, partnershipId, milestoneId, ownerOrganizationId);
    await addNote(tx, milestoneId, 'milestones.planned');
    await tx.jobs.add(tx.db, 'milestones.changed', { partnershipId, milestoneId });
    await lookAgain(tx);
  });
  return getMilestone(ctx, { milestoneId });
}

function refuseFaults({ remainingWorkingDays: left, steps, doneMeans }: Plan): void {
  if (left !== undefined && !(Number.isInteger(left) && left >= 0 && left <= MOST_WORKING_DAYS)) {
    throw new Refusal(
      'invalid',
      'How many working days of work are left? A whole number, such as 12.',
      'remaining',
    );
  }
  if ((steps?.length ?? 0) > MOST_STEPS) {
    throw new Refusal(
      'invalid',
      `${steps?.length} steps are many; ${MOST_STEPS} is the most.`,
      'steps',
    );
  }
  if ((doneMeans?.length ?? 0) > DONE_LIMIT) {
    throw new Refusal(
      'invalid',
      `That has ${doneMeans?.length} characters; ${DONE_LIMIT} is the most.`,
      'doneMeans',
    );
  }
}

async function refuseCircle(
  ctx: Context,
  milestoneId: string,
  dependsOn: readonly string[],
): Promise<void> {
  const milestones = (await listMilestones(ctx)).map(({ milestone }) => milestone);
  const unknown = dependsOn.find((id) => !milestones.some((one) => one.id === id));
  if (unknown)
    throw new Refusal('not-found', 'One of those milestones is no longer here.', 'dependsOn');
  const circle = waitsInCircle(milestones, milestoneId, dependsOn);
  if (!circle) return;
  throw new Refusal(
    'invalid',
    `“${circle.title}” waits for this one, so this one can’t wait for it.`,
    'dependsOn',
  );
}
