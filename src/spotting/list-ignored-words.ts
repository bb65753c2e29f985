import type { Context } from '../context.ts';
import { listIgnored } from './store.ts';

/** What no coordinator is to be asked about, normalized. */
export function listIgnoredWords(ctx: Context): Promise<readonly string[]> {
  return listIgnored(ctx.db, ctx.partnership.id);
}
