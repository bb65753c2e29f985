import type { Logger } from '../log.ts';
import { within } from './within.ts';

/**
 * The channels in which the bot cannot speak, in memory: whatever is heard from one of them is a reason
 * to look whether it is back, and what is heard from any other costs nothing.
 */
export type LostChannels = {
  /** Resolves when it is known whether the bot is back there, or when that takes long. Never rejects. */
  heard(channelId: string | undefined): Promise<void>;
  /** Reads them anew: another replica may have lost one, or be back in one. */
  refresh(): Promise<void>;
};

/** Somebody waits for the answer to what is heard. */
const WAITED_FOR_MS = 1_000;

export function createLostChannels(
  parts: {
    readonly list: () => Promise<readonly string[]>;
    /** Looks, and follows what is seen. */
    readonly review: (channelId: string) => Promise<void>;
  },
  log: Logger,
): LostChannels {
  let lost: ReadonlySet<string> = new Set();
  const reviews = new Map<string, Promise<void>>();
  return {
    async heard(channelId = '') {
      if (!lost.has(channelId)) return;
      // Commands come from where the bot is not, too: one look is enough until the next refresh.
      let review = reviews.get(channelId);
      if (!review) {
        review = parts.review(channelId).catch((error: unknown) => {
          log.warn({ err: error, channelId }, 'a lost channel could not be looked at');
        });
        reviews.set(channelId, review);
      }
      await within(WAITED_FOR_MS, review);
    },
    async refresh() {
      lost = new Set(await parts.list());
      reviews.clear();
    },
  };
}
