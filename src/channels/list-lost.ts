import type { Db } from '../database/client.ts';
import { listLostChannels } from './store.ts';

/** The channels in which the bot cannot speak, by Slack’s ids. */
export async function listLost(db: Db): Promise<readonly string[]> {
  return listLostChannels(db);
}
