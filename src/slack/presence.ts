import { LRUCache } from 'lru-cache';

/** Who is in which channel now, as Slack says. */
export type Presence = {
  /** Kept for a minute at most, and not beyond what is heard of somebody coming or leaving. */
  isIn(slackChannelId: string, userId: string): Promise<boolean>;
  /** Asked of Slack now, for what must not rest on an answer that is a minute old. */
  isInNow(slackChannelId: string, userId: string): Promise<boolean>;
  /** Somebody came or left: what was known of the channel counts no more. */
  forget(slackChannelId: string): void;
};

const KEPT_MS = 60_000;
const CHANNELS_KEPT = 1_000;

type Looked = { readonly at: number; readonly members: Promise<ReadonlySet<string>> };

/** `membersOf` answers an empty set for a channel that Slack does not show to the bot. */
export function createPresence(
  membersOf: (slackChannelId: string) => Promise<ReadonlySet<string>>,
  now: () => Date,
): Presence {
  const kept = new LRUCache<string, Looked>({ max: CHANNELS_KEPT });

  const look = (channelId: string): Looked => {
    const looked = { at: now().getTime(), members: membersOf(channelId) };
    kept.set(channelId, looked);
    // Those who wait hear of the failure; the next one asks again.
    looked.members.catch(() => {
      if (kept.peek(channelId) === looked) kept.delete(channelId);
    });
    return looked;
  };

  const isFresh = ({ at }: Looked): boolean => {
    const age = now().getTime() - at;
    return age >= 0 && age < KEPT_MS;
  };

  return {
    async isIn(channelId, userId) {
      const known = kept.get(channelId);
      const { members } = known && isFresh(known) ? known : look(channelId);
      return (await members).has(userId);
    },
    isInNow: async (channelId, userId) => (await look(channelId).members).has(userId),
    forget: (channelId) => void kept.delete(channelId),
  };
}
