/** Where a message is. */
export type Posted = { readonly channelId: string; readonly ts: string };

export type Claim =
  /** Ours to say. */
  | { readonly state: 'ours'; readonly deliveryId: string }
  /** Ours, after somebody was cut off who may have said it. */
  | { readonly state: 'doubted'; readonly deliveryId: string; readonly claimedAt: Date }
  /** Said before, or being said by another job, which is tried again itself if it is cut off. */
  | { readonly state: 'said' };

/**
 * Longer than sending takes, and shorter than the queue waits before it gives a job that was cut off to
 * somebody else: whoever holds a claim for longer is not at it any more.
 */
export const HELD_SECONDS = 45;
