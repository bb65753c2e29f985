import type { Db, Transaction } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Facts } from '../facts.ts';
import { isNews, type PersonNow } from './member.ts';
import { changeMember, listMemberships, type Membership } from './store.ts';

type House = { readonly db: Db; readonly facts: Facts; readonly now: Date };

/**
 * Follows somebody in every partnership they take part in: into another time zone, where their hours
 * begin at another moment, or out of Slack. False when nothing of that is news.
 */
export async function followPerson({ db, facts, now }: House, person: PersonNow): Promise<boolean> {
  const news = (await listMemberships(db, person)).filter((one) => isNews(person, one));
  for (const membership of news) {
    await inTransaction(db, async (tx) => {
      if (person.isGone) await end(tx, facts, now, membership);
      else if (person.timeZone) await move(tx, facts, membership, person.timeZone);
    });
  }
  return news.length > 0;
}

async function move(
  tx: Transaction,
  facts: Facts,
  { partnershipId, memberId }: Membership,
  timeZone: string,
): Promise<void> {
  await changeMember(tx, partnershipId, memberId, { timeZone });
  await facts.tell(tx, 'member.moved', { partnershipId, memberId });
}

async function end(
  tx: Transaction,
  facts: Facts,
  now: Date,
  { partnershipId, memberId }: Membership,
): Promise<void> {
  await changeMember(tx, partnershipId, memberId, { deactivatedAt: now });
  await facts.tell(tx, 'member.left', { partnershipId, memberId, why: 'deactivated' });
}
