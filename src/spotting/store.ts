import type { Db, Transaction } from '../database/client.ts';
import type { Reminded } from './reminder.ts';

/** Of two messages at once, one waits here for the other. */
export async function lockMember(
  tx: Transaction,
  partnershipId: string,
  memberId: string,
): Promise<void> {
  await tx.$queryRaw`
    select 1 from member where partnership_id = ${partnershipId}::uuid and id = ${memberId}::uuid
    for update`;
}

export async function listReminders(
  db: Db,
  partnershipId: string,
  memberId: string,
): Promise<readonly Reminded[]> {
  const rows = await db.wordReminder.findMany({ where: { partnershipId, memberId } });
  return rows.map(({ termId, remindedAt, mutedAt }) => ({
    termId,
    remindedAt,
    isMuted: mutedAt !== null,
  }));
}

export async function putReminder(
  tx: Transaction,
  partnershipId: string,
  reminder: { readonly memberId: string; readonly termId: string },
  change: { readonly remindedAt?: Date; readonly mutedAt?: Date },
  now: Date,
): Promise<void> {
  await tx.wordReminder.upsert({
    where: { partnershipId, memberId_termId: reminder },
    create: { ...reminder, partnershipId, remindedAt: now, ...change },
    update: change,
  });
}

/** Counts each of these once more in the week that begins on this Monday; ignored ones are not. */
export async function countAcronyms(
  db: Db,
  partnershipId: string,
  acronyms: readonly { readonly normalized: string; readonly text: string }[],
  week: string,
): Promise<void> {
  await db.$executeRaw`
    insert into undefined_acronym (partnership_id, normalized, week, text, count)
    select ${partnershipId}::uuid, a.normalized, ${week}::date, a.text, 1
    from jsonb_to_recordset(${JSON.stringify(acronyms)}::jsonb) as a (normalized text, text text)
    where not exists (
      select 1 from ignored_acronym i
      where i.partnership_id = ${partnershipId}::uuid and i.normalized = a.normalized)
    on conflict (partnership_id, normalized, week)
      do update set count = undefined_acronym.count + 1`;
}

export type CountedAcronym = {
  readonly normalized: string;
  readonly text: string;
  readonly count: number;
};

/** Since that Monday, the most used first; those that the glossary has meanwhile are left out. */
export async function listAcronyms(
  db: Db,
  partnershipId: string,
  since: string,
): Promise<readonly CountedAcronym[]> {
  return db.$queryRaw<CountedAcronym[]>`
    select a.normalized, max(a.text) as text, sum(a.count)::int as count
    from undefined_acronym a
    where a.partnership_id = ${partnershipId}::uuid and a.week >= ${since}::date
      and not exists (
        select 1 from ignored_acronym i
        where i.partnership_id = a.partnership_id and i.normalized = a.normalized)
      and not exists (
        select 1 from term_label l
        where l.partnership_id = a.partnership_id and l.normalized = a.normalized)
    group by a.normalized order by count desc, a.normalized`;
}

export async function insertIgnored(
  tx: Transaction,
  partnershipId: string,
  acronym: { readonly normalized: string; readonly text: string },
  at: Date,
): Promise<void> {
  await tx.ignoredAcronym.createMany({
    data: [{ ...acronym, partnershipId, at }],
    skipDuplicates: true,
  });
  const { normalized } = acronym;
  await tx.undefinedAcronym.deleteMany({ where: { partnershipId, normalized } });
}

export async function listIgnored(db: Db, partnershipId: string): Promise<readonly string[]> {
  const rows = await db.ignoredAcronym.findMany({ where: { partnershipId } });
  return rows.map(({ normalized }) => normalized);
}

export async function forgetBefore(
  db: Db,
  partnershipId: string,
  before: { readonly week: Date; readonly reminder: Date },
): Promise<void> {
  await db.undefinedAcronym.deleteMany({ where: { partnershipId, week: { lt: before.week } } });
  await db.wordReminder.deleteMany({
    where: { partnershipId, mutedAt: null, remindedAt: { lt: before.reminder } },
  });
}
