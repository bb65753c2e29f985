import type { Context } from '../context.ts';
import { claimTold, releaseTold, type ToldKey } from './told-store.ts';

/** How to tell, and how to know that a failure means nothing was sent. */
export interface Telling {
  send(): Promise<unknown>;
  isCertainlyNotSent(error: unknown): boolean;
}

/**
 * Tells a member something unasked once for an occasion, however often the job runs. When nobody knows
 * whether Slack took it, silence does less harm than saying it twice.
 */
export async function tellOnce(ctx: Context, key: ToldKey, telling: Telling): Promise<void> {
  const { id } = ctx.partnership;
  if (!(await claimTold(ctx.db, id, key, ctx.clock.now()))) return;
  try {
    await telling.send();
  } catch (error) {
    if (telling.isCertainlyNotSent(error)) await releaseTold(ctx.db, id, key);
    throw error;
  }
}
