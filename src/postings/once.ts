import { NotYet } from '../schedule/not-yet.ts';
import { ASK_AGAIN_SECONDS, type Claim, type Posted } from './claim.ts';

/** What became of a message of which nobody knows whether Slack took it. */
export type Found = Posted | 'absent' | 'hidden';

/** How to send a message that carries a delivery id, and how to find it again. */
export interface Sending {
  send(deliveryId: string): Promise<Posted>;
  find(deliveryId: string, since: Date): Promise<Found>;
  /** A failure that means nothing was posted; after any other one nobody knows. */
  isCertainlyNotSent(error: unknown): boolean;
  /** Where nobody can look: which does less harm, not saying it or saying it twice? */
  readonly whenUnknown: 'silence' | 'repeat';
}

/** A row that says who is at it and what came of it. */
export interface Claims {
  take(): Promise<Claim>;
  keep(posted: Posted): Promise<void>;
  release(): Promise<void>;
  /** Nobody is at it any more, and nobody knows: whoever comes next looks. */
  doubt(): Promise<void>;
}

/**
 * Says something once, however often the job runs and wherever it is cut off. Undefined when it was
 * said before, or is better not said.
 */
export async function once(claims: Claims, sending: Sending): Promise<Posted | undefined> {
  const claim = await claims.take();
  if (claim.state === 'said') return undefined;
  // If whoever holds it fails, this one says it; if not, it sees then that it was said.
  if (claim.state === 'held') throw new NotYet(ASK_AGAIN_SECONDS);
  if (claim.state === 'doubted') {
    const found = await lookFor(sending, claim);
    if (typeof found === 'object') {
      await claims.keep(found);
      return found;
    }
    if (found === 'hidden' && sending.whenUnknown === 'silence') return undefined;
  }
  try {
    const posted = await sending.send(claim.deliveryId);
    await claims.keep(posted);
    return posted;
  } catch (error) {
    await (sending.isCertainlyNotSent(error) ? claims.release() : claims.doubt());
    throw error;
  }

  async function lookFor(
    given: Sending,
    { deliveryId, claimedAt }: { readonly deliveryId: string; readonly claimedAt: Date },
  ): Promise<Found> {
    try {
      return await given.find(deliveryId, claimedAt);
    } catch (error) {
      await claims.doubt();
      throw error;
    }
  }
}
