import { getOpenVersion } from '../agreements/take-stance.ts';
import type { TransactionContext } from '../context.ts';
import { addNote } from '../partnerships/add-note.ts';
import { termAgreeable } from './agreeable.ts';
import { putUsages } from './bulk-store.ts';
import type { Entry } from './entry.ts';
import { markTerm } from './store.ts';

/**
 * Two organizations put forward different meanings: each is asked for its own, unseen by the others. What
 * the first put forward is its answer, unless it has written its own words before.
 */
export async function beginCollecting(ctx: TransactionContext, entry: Entry): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  const { id: termId } = entry;
  const now = ctx.clock.now();
  await markTerm(ctx.db, partnershipId, termId, { collectingSince: now });
  await addNote(ctx, termId, 'glossary.collecting');
  const { organizationId, memberId } = await getOpenVersion(ctx, termAgreeable, termId, undefined);
  if (entry.usages.some((usage) => usage.organizationId === organizationId)) return;
  const meaning = entry.open?.content.definition ?? '';
  const first = { termId, organizationId, memberId, meaning, relation: 'same' as const };
  await putUsages(ctx.db, partnershipId, [first], now);
}
