import type { Db } from '../database/client.ts';
import { isNews, type PersonNow } from './member.ts';
import { listMemberships } from './store.ts';

/** Whether any partnership has to know what Slack says of a person by now. */
export async function isNewsOfPerson(db: Db, person: PersonNow): Promise<boolean> {
  return (await listMemberships(db, person)).some((one) => isNews(person, one));
}
