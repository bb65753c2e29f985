import type { Context } from '../context.ts';
import { type Entry, seenBy } from './entry.ts';
import { listEntriesOf } from './store.ts';

/** The terms with these ids that are still there, as the acting organization may see them. */
export async function listEntries(
  ctx: Context,
  input: { readonly termIds: readonly string[] },
): Promise<readonly Entry[]> {
  if (input.termIds.length === 0) return [];
  const entries = await listEntriesOf(ctx.db, ctx.partnership.id, input.termIds);
  return entries.map((entry) => seenBy(entry, ctx.member?.organizationId));
}
