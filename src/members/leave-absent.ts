import type { Db } from '../database/client.ts';
import type { Facts } from '../facts.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { leaveChannel } from './leave-channel.ts';
import { listMembers } from './store.ts';

/** Whoever left while the bot was away, or whose leaving it was not told, takes no further part either. */
export async function leaveAbsent(
  db: Db,
  partnership: Partnership,
  input: {
    readonly facts: Facts;
    readonly now: Date;
    readonly isInChannel: (
      slackChannelId: string,
      slackUserId: string,
    ) => Promise<boolean | undefined>;
  },
): Promise<void> {
  for (const { slackUserId: userId } of await listMembers(db, partnership.id)) {
    const isInChannel = (channelId: string) => input.isInChannel(channelId, userId);
    await leaveChannel(db, partnership, { ...input, userId, isInChannel });
  }
}
