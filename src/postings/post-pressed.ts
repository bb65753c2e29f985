import { type Context, transaction } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Posted } from './claim.ts';
import type { Sending } from './once.ts';
import {
  claimPress,
  doubtPress,
  keepPress,
  MOMENT_SECONDS,
  type PressKey,
  releasePress,
} from './press-store.ts';
import { rememberPosted } from './remember-posted.ts';
import type { PostingKey } from './store.ts';

/**
 * Posts what a person pressed for. Pressed again within a moment, by whomever, it is there already;
 * where nobody knows whether Slack took it, it is looked for before it is posted again. What is to
 * be `remembered` is so in the transaction that says it was done.
 */
export async function postPressed(
  ctx: Context,
  pressed: PressKey & { readonly remembered?: PostingKey },
  sending: Sending,
): Promise<void> {
  const { remembered, ...key } = pressed;
  const { db } = ctx;
  const { id } = ctx.partnership;
  const claim = await claimPress(db, id, key, ctx.clock.now());
  if (claim.state === 'said') {
    throw new Refusal('already-done', 'That is in the channel already.');
  }
  if (claim.state === 'held') {
    throw new Refusal('already-done', 'I’m just posting that. Please look in a moment.');
  }
  if (claim.state === 'doubted') {
    const found = await look(claim.deliveryId, claim.claimedAt);
    if (typeof found === 'object') return kept(found);
    if (found === 'hidden' && !isLongAgo(claim.claimedAt)) {
      await doubtPress(db, id, key);
      throw unknown();
    }
  }
  let posted: Posted;
  try {
    posted = await sending.send(claim.deliveryId);
  } catch (error) {
    if (sending.isCertainlyNotSent(error)) {
      await releasePress(db, id, key);
      throw error;
    }
    const found = await look(claim.deliveryId, ctx.clock.now());
    if (typeof found === 'object') return kept(found);
    await doubtPress(db, id, key);
    throw unknown();
  }
  await kept(posted);

  async function kept(there: Posted): Promise<void> {
    try {
      await transaction(ctx, async (within) => {
        await keepPress(within.db, id, key, there);
        if (remembered) await rememberPosted(within, remembered, there);
      });
    } catch (error) {
      // It is in the channel all the same: whoever pressed hears that, and a second try looks for it.
      await transaction(ctx, ({ db: tx }) => doubtPress(tx, id, key));
      throw error;
    }
  }

  async function look(deliveryId: string, since: Date): Promise<Posted | 'absent' | 'hidden'> {
    return sending.find(deliveryId, since).catch(() => 'hidden');
  }

  /** Whoever presses again after a while has looked themselves. */
  function isLongAgo(claimedAt: Date): boolean {
    return ctx.clock.now().getTime() - claimedAt.getTime() >= MOMENT_SECONDS * 1_000;
  }
}

function unknown(): Refusal {
  return new Refusal(
    'not-found',
    'Slack broke off before it said whether it took that, so I don’t know whether it is in the channel. Please look there; if it is still missing in half a minute, press again.',
  );
}
