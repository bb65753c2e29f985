import { holdSubjects } from '../agreements/hold-subjects.ts';
import type { TransactionContext } from '../context.ts';
import { addNotes } from '../partnerships/add-note.ts';
import { listUsages, type NewUsage, putUsages } from './bulk-store.ts';

/**
 * What organizations mean by terms, in their own words. Nothing else writes those: what all agree on is
 * another thing. The history keeps what was written and what it took the place of.
 */
export async function keepMeanings(
  ctx: TransactionContext,
  input: {
    readonly meanings: readonly NewUsage[];
    /** Written into a blind collection. */
    readonly isBlind: boolean;
  },
): Promise<void> {
  const { meanings, isBlind } = input;
  const partnershipId = ctx.partnership.id;
  const termIds = [...new Set(meanings.map(({ termId }) => termId))];
  // Of two who write the last two at once, each would see the other missing.
  await holdSubjects(ctx, termIds);
  const known = await listUsages(ctx.db, partnershipId, termIds);
  const before = new Map(known.map((usage) => [keyOf(usage), usage]));
  const changed = meanings.filter((usage) => !isSame(usage, before.get(keyOf(usage))));
  await putUsages(ctx.db, partnershipId, changed, ctx.clock.now());
  await addNotes(
    ctx,
    changed.map((usage) => {
      const { termId, memberId, meaning, relation } = usage;
      const was = before.get(keyOf(usage))?.meaning;
      return {
        subjectId: termId,
        memberId,
        what: 'glossary.usage',
        detail: { meaning, relation, ...(was && { before: was }), ...(isBlind && { isBlind }) },
      };
    }),
  );
}

function keyOf({ termId, organizationId }: NewUsage): string {
  return `${termId} ${organizationId}`;
}

function isSame(a: NewUsage, b: NewUsage | undefined): boolean {
  return a.meaning === b?.meaning && a.relation === b.relation;
}
