import type { Db } from '../database/client.ts';
import { normalize } from './normalize.ts';
import { type ChannelEntry, findEntryInChannel } from './store.ts';

/**
 * The fast way for the usual case: a term written as it is known, in a channel that has a partnership.
 * Undefined when it takes more than that to answer, such as knowing who is asking.
 */
export async function lookUpInChannel(
  db: Db,
  input: { readonly channelId: string; readonly text: string },
): Promise<ChannelEntry | undefined> {
  const found = await findEntryInChannel(db, input.channelId, normalize(input.text));
  return found?.entry.isCollecting ? undefined : found;
}
