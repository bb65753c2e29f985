import type { Context } from '../context.ts';
import { ownerOf } from './owner-of.ts';
import { findLink } from './store.ts';

/** When the acting member's link was made; undefined where there is none. */
export async function seeLink(ctx: Context): Promise<{ readonly madeAt: Date } | undefined> {
  return findLink(ctx.db, ownerOf(ctx));
}
