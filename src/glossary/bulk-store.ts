import type { Transaction } from '../database/client.ts';
import type { Relation } from './entry.ts';
import type { RatedLabel } from './labels.ts';

export type NewTerm = { readonly id: string; readonly text: string; readonly normalized: string };

export type NewUsage = {
  readonly termId: string;
  readonly organizationId: string;
  readonly memberId: string;
  readonly meaning: string;
  readonly relation: Relation;
};

export async function insertTerms(
  tx: Transaction,
  partnershipId: string,
  terms: readonly NewTerm[],
  createdAt: Date,
): Promise<void> {
  await tx.term.createMany({ data: terms.map((term) => ({ ...term, partnershipId, createdAt })) });
}

/** These are all the labels that these terms have from now on. */
export async function replaceLabels(
  tx: Transaction,
  partnershipId: string,
  termIds: readonly string[],
  labels: readonly (RatedLabel & { readonly termId: string })[],
): Promise<void> {
  await tx.termLabel.deleteMany({ where: { partnershipId, termId: { in: [...termIds] } } });
  await tx.termLabel.createMany({ data: labels.map((label) => ({ ...label, partnershipId })) });
}

/** What organizations mean by terms; each takes the place of what they wrote before. */
export async function putUsages(
  tx: Transaction,
  partnershipId: string,
  usages: readonly NewUsage[],
  writtenAt: Date,
): Promise<void> {
  const byOrganization = Map.groupBy(usages, ({ organizationId }) => organizationId);
  for (const [organizationId, own] of byOrganization) {
    const termId = { in: own.map((usage) => usage.termId) };
    await tx.usage.deleteMany({ where: { partnershipId, organizationId, termId } });
  }
  await tx.usage.createMany({
    data: usages.map((usage) => ({ ...usage, partnershipId, writtenAt })),
  });
}

/** What organizations mean by these terms by now. */
export async function listUsages(
  tx: Transaction,
  partnershipId: string,
  termIds: readonly string[],
): Promise<readonly NewUsage[]> {
  return tx.usage.findMany({
    where: { partnershipId, termId: { in: [...termIds] } },
    select: { termId: true, organizationId: true, memberId: true, meaning: true, relation: true },
  });
}

export async function deleteUsage(
  tx: Transaction,
  partnershipId: string,
  usage: { readonly termId: string; readonly organizationId: string },
): Promise<void> {
  await tx.usage.deleteMany({ where: { partnershipId, ...usage } });
}
