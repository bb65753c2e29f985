/** Where a message is. */
export type Posted = { readonly channelId: string; readonly ts: string };

export type Claim =
  /** Ours to say. */
  | { readonly state: 'ours'; readonly deliveryId: string }
  /** Ours, after somebody was cut off who may have said it. */
  | { readonly state: 'doubted'; readonly deliveryId: string; readonly claimedAt: Date }
  /** Somebody else is at it right now, and may yet fail. */
  | { readonly state: 'held' }
  | { readonly state: 'said' };

/**
 * Longer than sending takes, and shorter than the queue waits before it gives a job that was cut off to
 * somebody else: whoever holds a claim for longer is not at it any more.
 */
export const HELD_SECONDS = 45;

/** How often somebody else looks whether it was said. */
export const ASK_AGAIN_SECONDS = 1;
