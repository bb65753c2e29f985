import type { Db } from '../database/client.ts';
import type { Partnership } from './partnership.ts';
import { listPartnershipsAround } from './store.ts';

/**
 * Where a person takes part: their team is a partner, or they are a member already, and they are in one
 * of its channels. Being a colleague of somebody who takes part is not enough.
 */
export async function listPartnershipsOfPerson(
  db: Db,
  person: {
    readonly userId: string;
    readonly teamIds: readonly string[];
    readonly isInChannel: (slackChannelId: string) => Promise<boolean | undefined>;
  },
): Promise<readonly Partnership[]> {
  const candidates = await listPartnershipsAround(db, person);
  const taking: Partnership[] = [];
  for (const partnership of candidates) {
    for (const channelId of partnership.channelIds) {
      if (!(await person.isInChannel(channelId))) continue;
      taking.push(partnership);
      break;
    }
  }
  return taking;
}
