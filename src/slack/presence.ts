import { LRUCache } from 'lru-cache';

/** Who is in which channel now, as Slack says; undefined where it does not. */
export type Presence = {
  /** Kept for a minute at most, and not beyond what is heard of somebody coming or leaving. */
  isIn(slackChannelId: string, userId: string): Promise<boolean | undefined>;
  /** Asked of Slack now, for what must not rest on an answer that is a minute old. */
  isInNow(slackChannelId: string, userId: string): Promise<boolean | undefined>;
  /** Somebody came or left: what was known of the channel counts no more. */
  forget(slackChannelId: string): void;
};

const KEPT_MS = 60_000;
const CHANNELS_KEPT = 1_000;

type Members = ReadonlySet<string> | undefined;

type Looked = { readonly at: number; readonly members: Promise<Members> };

export function createPresence(
  membersOf: (slackChannelId: string) => Promise<Members>,
  now: () => Date,
): Presence {
  const kept = new LRUCache<string, Looked>({ max: CHANNELS_KEPT });

  const look = (channelId: string): Looked => {
    const looked = { at: now().getTime(), members: membersOf(channelId) };
    kept.set(channelId, looked);
    const forget = () => {
      if (kept.peek(channelId) === looked) kept.delete(channelId);
    };
    // Those who wait hear of it; the next one asks again.
    looked.members.then((members) => members ?? forget(), forget);
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
      return (await members)?.has(userId);
    },
    isInNow: async (channelId, userId) => (await look(channelId).members)?.has(userId),
    forget: (channelId) => void kept.delete(channelId),
  };
}
