import type { Db } from '../database/client.ts';
import { isChannelRead } from './store.ts';

/** Whether the bot may look at the messages of a channel, and at the reactions to them. */
export async function isRead(db: Db, channelId: string): Promise<boolean> {
  return isChannelRead(db, channelId);
}
