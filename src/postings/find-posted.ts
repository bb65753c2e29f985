import type { Context } from '../context.ts';
import type { Posted } from './claim.ts';
import { findLatestPosting } from './store.ts';

/** The newest message of a kind about a subject, to bring it up to date or to answer in its thread. */
export function findPosted(
  ctx: Context,
  input: { readonly subjectId: string; readonly what: string },
): Promise<Posted | undefined> {
  return findLatestPosting(ctx.db, ctx.partnership.id, input.subjectId, input.what);
}
