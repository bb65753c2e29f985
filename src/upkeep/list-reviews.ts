import type { Context } from '../context.ts';
import { listEntries } from '../glossary/list-entries.ts';
import { confusionOf, needsReview } from '../glossary/review.ts';
import type { Review, Reviewed } from './review.ts';
import { listConfirmations, listFlags } from './store.ts';

/** How the terms of a review stand now, in their order; those that are gone are left out. */
export async function listReviews(
  ctx: Context,
  input: { readonly reviewed: readonly Reviewed[] },
): Promise<readonly Review[]> {
  const termIds = input.reviewed.map(({ termId }) => termId);
  const { id } = ctx.partnership;
  const [entries, confirmations, flags] = await Promise.all([
    listEntries(ctx, { termIds }),
    listConfirmations(ctx.db, id, termIds),
    listFlags(ctx.db, id, termIds),
  ]);
  return input.reviewed.flatMap(({ termId, version }) => {
    const entry = entries.find((one) => one.id === termId);
    if (!entry?.agreed) return [];
    const { agreed } = entry;
    const confusion = confusionOf(
      flags.filter((flag) => flag.termId === termId && flag.version === version),
    );
    return {
      termId,
      version,
      text: agreed.content.preferredLabel ?? entry.text,
      definition: agreed.content.definition,
      agreedAt: agreed.agreedAt,
      confusion: needsReview(confusion) ? confusion : undefined,
      confirmedBy: confirmations
        .filter((one) => one.termId === termId)
        .map(({ organizationId }) => organizationId),
      hasMoved: agreed.version !== version || entry.open !== undefined,
    };
  });
}
