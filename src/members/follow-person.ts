import type { Db, Transaction } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { appointAtLatest } from '../schedule/appointments.ts';
import type { Jobs } from '../schedule/queue.ts';
import { isNews, type PersonNow } from './member.ts';
import { changeMember, listMemberships, type Membership } from './store.ts';

type House = { readonly db: Db; readonly jobs: Jobs; readonly now: Date };

/**
 * Follows somebody in every partnership they take part in: into another time zone, where their hours
 * begin at another moment, or out of Slack. False when nothing of that is news.
 */
export async function followPerson({ db, jobs, now }: House, person: PersonNow): Promise<boolean> {
  const news = (await listMemberships(db, person)).filter((one) => isNews(person, one));
  for (const membership of news) {
    await inTransaction(db, async (tx) => {
      if (person.isGone) await end(tx, jobs, now, membership);
      else if (person.timeZone) await move(tx, now, membership, person.timeZone);
    });
  }
  return news.length > 0;
}

async function move(
  tx: Transaction,
  now: Date,
  { partnershipId, memberId }: Membership,
  timeZone: string,
): Promise<void> {
  await changeMember(tx, partnershipId, memberId, { timeZone });
  // Their next hour may be sooner than it was; and today's may have gone by between the two zones.
  await appointAtLatest(tx, { partnershipId, what: 'digest.turn' }, now);
  await appointAtLatest(tx, { partnershipId, what: 'digest.turn', about: memberId }, now);
  await appointAtLatest(tx, { partnershipId, what: 'notices.tell', about: memberId }, now);
}

async function end(
  tx: Transaction,
  jobs: Jobs,
  now: Date,
  { partnershipId, memberId }: Membership,
): Promise<void> {
  await changeMember(tx, partnershipId, memberId, { deactivatedAt: now });
  await appointAtLatest(tx, { partnershipId, what: 'notices.tell', about: memberId }, now);
  await jobs.add(tx, 'reach.member-lost', { partnershipId, memberId, why: 'deactivated' });
  await jobs.add(tx, 'calendars.end-link', { partnershipId, memberId });
}
