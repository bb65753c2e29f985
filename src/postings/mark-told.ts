import type { Context } from '../context.ts';
import { putMark, releaseTold, type ToldKey, wasTold } from './told-store.ts';

/** A mark that stays until it is taken away again. */
export async function markTold(ctx: Context, key: ToldKey): Promise<void> {
  await putMark(ctx.db, ctx.partnership.id, key, ctx.clock.now());
}

export function unmarkTold(ctx: Context, key: ToldKey): Promise<void> {
  return releaseTold(ctx.db, ctx.partnership.id, key);
}

export function isMarkedTold(ctx: Context, key: ToldKey): Promise<boolean> {
  return wasTold(ctx.db, ctx.partnership.id, key);
}
