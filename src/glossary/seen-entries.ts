import { type Context, readOnce } from '../context.ts';
import { type Entry, seenBy } from './entry.ts';
import { listEntries } from './store.ts';

/** Every term, as the acting organization may see it. */
export async function seenEntries(ctx: Context): Promise<readonly Entry[]> {
  const read = () => listEntries(ctx.db, ctx.partnership.id);
  const entries = await readOnce(ctx, 'entries', read);
  return entries.map((entry) => seenBy(entry, ctx.member?.organizationId));
}
