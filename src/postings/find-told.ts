import type { Context } from '../context.ts';
import type { Posted } from './claim.ts';
import { findToldPlace, type ToldKey } from './told-store.ts';

/** Where something is that a member was told; undefined where it was not, or nobody knows where. */
export function findTold(ctx: Context, key: ToldKey): Promise<Posted | undefined> {
  return findToldPlace(ctx.db, ctx.partnership.id, key);
}
