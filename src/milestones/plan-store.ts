import type { Transaction } from '../database/client.ts';
import { toDate } from '../database/dates.ts';
import type { MoveReason } from './forecast.ts';
import type { MilestoneStep } from './milestone.ts';

/** Everything that changes one milestone waits in line here. */
export async function lockMilestone(
  tx: Transaction,
  partnershipId: string,
  milestoneId: string,
): Promise<void> {
  await tx.$queryRaw`
    select 1 from milestone
    where partnership_id = ${partnershipId}::uuid and id = ${milestoneId}::uuid for update`;
}

/** Until the transaction ends, nobody else says which milestone of the partnership waits for which. */
export async function lockDependencies(tx: Transaction, partnershipId: string): Promise<void> {
  await tx.$queryRaw`
    select 1 from partnership where id = ${partnershipId}::uuid for no key update`;
}

export type NewForecast = {
  readonly milestoneId: string;
  readonly reportedOn: string;
  readonly forecastOn: string;
  readonly reason: MoveReason | undefined;
  readonly memberId: string | undefined;
  readonly at: Date;
};

export async function insertForecast(
  tx: Transaction,
  partnershipId: string,
  forecast: NewForecast,
): Promise<void> {
  await tx.forecast.create({
    data: {
      ...forecast,
      partnershipId,
      reportedOn: toDate(forecast.reportedOn),
      forecastOn: toDate(forecast.forecastOn),
      reason: forecast.reason ?? null,
      memberId: forecast.memberId ?? null,
    },
  });
}

export async function putConfidence(
  tx: Transaction,
  partnershipId: string,
  confidence: {
    readonly milestoneId: string;
    readonly organizationId: string;
    readonly memberId: string;
    readonly value: number;
    readonly at: Date;
  },
): Promise<void> {
  const { milestoneId, organizationId, memberId, value, at } = confidence;
  await tx.confidence.upsert({
    where: { partnershipId, milestoneId_organizationId: { milestoneId, organizationId } },
    create: { ...confidence, partnershipId },
    update: { memberId, value, at },
  });
}

export async function putSteps(
  tx: Transaction,
  partnershipId: string,
  milestoneId: string,
  steps: readonly MilestoneStep[],
): Promise<void> {
  await tx.milestoneStep.deleteMany({ where: { partnershipId, milestoneId } });
  await tx.milestoneStep.createMany({
    data: steps.map((step, position) => ({ partnershipId, milestoneId, position, ...rowOf(step) })),
  });
}

function rowOf(step: MilestoneStep) {
  if ('workingDays' in step) return step;
  const { name, meeting, papersDueWorkingDays } = step;
  return { name, meeting, papersDueWorkingDays: papersDueWorkingDays ?? null };
}

export async function putDependencies(
  tx: Transaction,
  partnershipId: string,
  milestoneId: string,
  dependsOnIds: readonly string[],
): Promise<void> {
  await tx.milestoneDependency.deleteMany({ where: { partnershipId, milestoneId } });
  await tx.milestoneDependency.createMany({
    data: dependsOnIds.map((dependsOnId) => ({ partnershipId, milestoneId, dependsOnId })),
  });
}
