/** How many calls may come at once before the pace counts. */
const MESSAGE_BURST = 6;
const MESSAGES_PER_SECOND = 1;

type Bucket = { tokens: number; filledAt: number };

export type Limits = {
  /** Seconds to wait, or undefined when the call may pass. */
  wait(key: string, perMinute: number | 'per-channel'): number | undefined;
};

export const noLimits: Limits = { wait: () => undefined };

/** A bucket per method, and per channel for messages: full at the start, refilled in real time. */
export function createLimits(realNow: () => number): Limits {
  const buckets = new Map<string, Bucket>();
  return {
    wait(key, perMinute) {
      const isMessage = perMinute === 'per-channel';
      const size = isMessage ? MESSAGE_BURST : perMinute;
      const perSecond = isMessage ? MESSAGES_PER_SECOND : perMinute / 60;
      const now = realNow();
      const bucket = buckets.get(key) ?? { tokens: size, filledAt: now };
      const earned = ((now - bucket.filledAt) / 1000) * perSecond;
      const tokens = Math.min(size, bucket.tokens + earned);
      const isAllowed = tokens >= 1;
      buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, filledAt: now });
      return isAllowed ? undefined : Math.max(1, Math.ceil((1 - tokens) / perSecond));
    },
  };
}
