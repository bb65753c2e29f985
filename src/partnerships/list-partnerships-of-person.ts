import type { Db } from '../database/client.ts';
import type { Partnership } from './partnership.ts';
import { listPartnershipsOfTeams } from './store.ts';

/**
 * Where a person takes part: their team is a partner, and they are in one of its channels. Being a
 * colleague of somebody who takes part is not enough.
 */
export async function listPartnershipsOfPerson(
  db: Db,
  person: {
    readonly teamIds: readonly string[];
    readonly isInChannel: (slackChannelId: string) => Promise<boolean>;
  },
): Promise<readonly Partnership[]> {
  const candidates = await listPartnershipsOfTeams(db, person.teamIds);
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
