import type { Context } from '../context.ts';
import type { Posted } from './claim.ts';
import { once, type Sending } from './once.ts';
import { claimTold, doubtTold, keepTold, releaseTold, type ToldKey } from './told-store.ts';

/** Tells a member something unasked, once for an occasion. */
export function tellOnce(
  ctx: Context,
  key: ToldKey,
  sending: Sending,
): Promise<Posted | undefined> {
  const { db } = ctx;
  const { id } = ctx.partnership;
  return once(
    {
      take: () => claimTold(db, id, key, ctx.clock.now()),
      keep: (posted) => keepTold(db, id, key, posted),
      release: () => releaseTold(db, id, key),
      doubt: () => doubtTold(db, id, key),
    },
    sending,
  );
}
