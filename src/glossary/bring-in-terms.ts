import { bringIn } from '../agreements/bring-in.ts';
import { foundSubjects } from '../agreements/found-subjects.ts';
import type { TransactionContext } from '../context.ts';
import { insertTerms, type NewUsage, replaceLabels } from './bulk-store.ts';
import type { Entry } from './entry.ts';
import { keepMeanings } from './keep-meanings.ts';
import { labelsAfterAgreement } from './labels.ts';
import { normalize } from './normalize.ts';
import type { TermContent } from './term.ts';

export type TermToBringIn = {
  readonly text: string;
  /** Undefined for a term that is new here. */
  readonly entry: Entry | undefined;
  readonly content: TermContent;
  readonly usages: readonly Omit<NewUsage, 'termId'>[];
};

/**
 * Puts many terms forward at once, or takes them over as agreed when `endorsedBy` names a member of each
 * other organization. The caller has planned them: no two are one term, and none is being compared blind.
 */
export async function bringInTerms(
  ctx: TransactionContext,
  input: {
    readonly terms: readonly TermToBringIn[];
    readonly endorsedBy?: readonly string[] | undefined;
  },
): Promise<void> {
  const { terms, endorsedBy } = input;
  const { id: partnershipId, termFloorWorkingDays } = ctx.partnership;
  const now = ctx.clock.now();
  const fresh = terms.filter(({ entry }) => !entry);
  const freshIds = await foundSubjects(ctx, 'term', fresh.length);
  const idOf = new Map(fresh.map((term, at) => [term, freshIds[at] ?? '']));
  const withIds = terms.map((term) => ({ ...term, id: term.entry?.id ?? idOf.get(term) ?? '' }));
  const added = withIds.filter(({ entry }) => !entry);
  const named = added.map(({ id, text }) => ({ id, text, normalized: normalize(text) }));
  await insertTerms(ctx.db, partnershipId, named, now);
  await keepMeanings(ctx, {
    meanings: withIds.flatMap(({ id, usages }) =>
      usages.map((usage) => ({ ...usage, termId: id })),
    ),
    isBlind: false,
  });
  await bringIn(ctx, {
    versions: withIds.map(({ id, entry, content }) => ({
      subjectId: id,
      version: (entry?.latestVersion ?? 0) + 1,
      content,
    })),
    floorWorkingDays: termFloorWorkingDays,
    endorsedBy,
  });
  const labelled = endorsedBy ? withIds : added;
  await replaceLabels(
    ctx.db,
    partnershipId,
    labelled.map(({ id }) => id),
    labelled.flatMap(({ id, ...term }) =>
      labelsOf(term, endorsedBy !== undefined).map((label) => ({ ...label, termId: id })),
    ),
  );
}

function labelsOf({ entry, text, content }: TermToBringIn, isAgreed: boolean) {
  const before = entry?.labels ?? [{ text, rating: 'admitted' as const }];
  if (isAgreed) return labelsAfterAgreement(before, entry?.text ?? text, content);
  return before.map((label) => ({ ...label, normalized: normalize(label.text) }));
}
