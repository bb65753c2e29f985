import type { Context } from '../context.ts';
import { type Entry, seenBy } from './entry.ts';
import { listEntries } from './store.ts';

/** Every term, as the acting organization may see it. */
export async function seenEntries(ctx: Context): Promise<readonly Entry[]> {
  const entries = await listEntries(ctx.db, ctx.partnership.id);
  return entries.map((entry) => seenBy(entry, ctx.member?.organizationId));
}
