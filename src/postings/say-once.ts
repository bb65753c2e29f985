import type { Context } from '../context.ts';
import {
  claimPosting,
  keepPosting,
  type Posted,
  type PostingKey,
  releasePosting,
} from './store.ts';

/** How to post, and how to tell that a failure means nothing was posted. */
export interface Posting {
  send(channelId: string): Promise<string>;
  isCertainlyNotSent(error: unknown): boolean;
}

/**
 * Says something about a subject once, however often the job runs. When nobody knows whether Slack
 * took it, silence does less harm than saying it twice.
 */
export async function sayOnce(
  ctx: Context,
  key: PostingKey,
  posting: Posting,
): Promise<Posted | undefined> {
  const [channelId] = ctx.partnership.channelIds;
  if (!channelId) return undefined;
  const { id } = ctx.partnership;
  if (!(await claimPosting(ctx.db, id, key, ctx.clock.now()))) return undefined;
  try {
    const posted = { channelId, ts: await posting.send(channelId) };
    await keepPosting(ctx.db, id, key, posted);
    return posted;
  } catch (error) {
    if (posting.isCertainlyNotSent(error)) await releasePosting(ctx.db, id, key);
    throw error;
  }
}
