import type { Db } from '../database/client.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { deactivateMember } from './store.ts';

/**
 * Somebody left a channel of the partnership. Who is in none of them any more takes no further part;
 * what they said stays, and coming back brings them back.
 */
export async function leaveChannel(
  db: Db,
  partnership: Partnership,
  input: {
    readonly userId: string;
    readonly teamIds: readonly string[];
    readonly now: Date;
    readonly isInChannel: (slackChannelId: string) => Promise<boolean>;
  },
): Promise<void> {
  for (const channelId of partnership.channelIds) {
    if (await input.isInChannel(channelId)) return;
  }
  await deactivateMember(db, partnership.id, input, input.now);
}
