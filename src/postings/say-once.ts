import type { Context } from '../context.ts';
import type { Posted } from './claim.ts';
import { once, type Sending } from './once.ts';
import {
  claimPosting,
  doubtPosting,
  keepPosting,
  type PostingKey,
  releasePosting,
} from './store.ts';

/** A message for a channel. */
export interface Saying {
  to(channelId: string): Sending;
}

/** Says something about a subject in the partnership's channel, once. */
export async function sayOnce(
  ctx: Context,
  key: PostingKey,
  saying: Saying,
): Promise<Posted | undefined> {
  const [channelId] = ctx.partnership.channelIds;
  if (!channelId) return undefined;
  const { db } = ctx;
  const { id } = ctx.partnership;
  return once(
    {
      take: () => claimPosting(db, id, key, ctx.clock.now()),
      keep: (posted) => keepPosting(db, id, key, posted),
      release: () => releasePosting(db, id, key),
      doubt: () => doubtPosting(db, id, key),
    },
    saying.to(channelId),
  );
}
