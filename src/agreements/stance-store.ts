import type { Transaction } from '../database/client.ts';
import type { StanceKind } from './proposal.ts';

export type NewStance = {
  readonly proposalId: string;
  readonly memberId: string;
  readonly kind: StanceKind;
  readonly reason: string | undefined;
  readonly carried: boolean;
  readonly takenAt: Date;
};

/** A member's stance on a version; a second one takes the place of the first. */
export async function putStance(
  tx: Transaction,
  partnershipId: string,
  stance: NewStance,
): Promise<void> {
  const { proposalId, memberId, kind, carried, takenAt } = stance;
  const reason = stance.reason ?? null;
  await tx.stance.upsert({
    where: { partnershipId, proposalId_memberId: { proposalId, memberId } },
    create: { partnershipId, proposalId, memberId, kind, reason, carried, takenAt },
    update: { kind, reason, carried, takenAt },
  });
}

export async function removeStance(
  tx: Transaction,
  partnershipId: string,
  proposalId: string,
  memberId: string,
): Promise<boolean> {
  const { count } = await tx.stance.deleteMany({ where: { partnershipId, proposalId, memberId } });
  return count === 1;
}

/** Whatever members of one organization said of a version. */
export async function removeStancesOf(
  tx: Transaction,
  partnershipId: string,
  proposalId: string,
  organizationId: string,
): Promise<number> {
  const { count } = await tx.stance.deleteMany({
    where: { partnershipId, proposalId, member: { organizationId } },
  });
  return count;
}

export async function removeCarriedStances(
  tx: Transaction,
  partnershipId: string,
  proposalId: string,
): Promise<number> {
  const { count } = await tx.stance.deleteMany({
    where: { partnershipId, proposalId, carried: true },
  });
  return count;
}
