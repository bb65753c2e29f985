import type { Context } from '../context.ts';
import { type Label, listLabels as listStoredLabels } from './store.ts';

/** Every spelling that leads to a term. None tells a meaning: labels are known to everybody. */
export function listLabels(ctx: Context): Promise<readonly Label[]> {
  return listStoredLabels(ctx.db, ctx.partnership.id);
}
