import type { Context } from '../context.ts';
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

/**
 * Posts what a person pressed for. Pressed again within a moment, by whomever, it is there already;
 * where nobody knows whether Slack took it, it is looked for before it is posted again.
 */
export async function postPressed(ctx: Context, key: PressKey, sending: Sending): Promise<Posted> {
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
  try {
    return await kept(await sending.send(claim.deliveryId));
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

  async function kept(posted: Posted): Promise<Posted> {
    await keepPress(db, id, key, posted);
    return posted;
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
