import type { TransactionContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { type PressKey, takePress } from './press-store.ts';

/** In the transaction that adds the job: what was asked for a moment ago is on its way already. */
export async function refuseSecondPress(ctx: TransactionContext, key: PressKey): Promise<void> {
  if (await takePress(ctx.db, ctx.partnership.id, key, ctx.clock.now())) return;
  throw new Refusal('already-done', 'That was asked for a moment ago, and is on its way.');
}
