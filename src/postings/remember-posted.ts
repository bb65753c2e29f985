import type { Context } from '../context.ts';
import type { Posted } from './claim.ts';
import { claimPosting, keepPosting, type PostingKey } from './store.ts';

/** Keeps where a message is that a person had posted; a later one takes its place. */
export async function rememberPosted(ctx: Context, key: PostingKey, posted: Posted): Promise<void> {
  await claimPosting(ctx.db, ctx.partnership.id, key, ctx.clock.now());
  await keepPosting(ctx.db, ctx.partnership.id, key, posted);
}
