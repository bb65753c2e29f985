import { type Context, transaction } from '../context.ts';
import type { Health } from './health.ts';
import { changeMilestone } from './store.ts';

/** The colour that everybody has read in the channel: only another one is news. */
export function keepSaidColour(
  ctx: Context,
  input: { readonly milestoneId: string; readonly health: Health },
): Promise<void> {
  const { milestoneId, health } = input;
  return transaction(ctx, (tx) =>
    changeMilestone(tx.db, ctx.partnership.id, milestoneId, { saidHealth: health }),
  );
}
