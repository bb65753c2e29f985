import type { Db, Transaction } from '../database/client.ts';
import type { ReviewCandidate } from './review.ts';
import type { Candidate } from './word-choice.ts';

export type Word = { readonly termId: string; readonly openedAt: Date };

export async function findOpenWord(db: Db, partnershipId: string): Promise<Word | undefined> {
  const row = await db.wordOfTheWeek.findFirst({
    where: { partnershipId, closedAt: null },
    select: { termId: true, openedAt: true },
  });
  return row ?? undefined;
}

/** False, and nothing done, where another word is open already: of two turns at once, one opens one. */
export async function openWord(
  tx: Transaction,
  partnershipId: string,
  word: Word,
): Promise<boolean> {
  const data = [{ ...word, partnershipId }];
  const { count } = await tx.wordOfTheWeek.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Never another one, which may have taken its place meanwhile. */
export async function closeWord(
  tx: Transaction,
  partnershipId: string,
  { termId, openedAt }: Word,
  at: Date,
): Promise<void> {
  await tx.wordOfTheWeek.updateMany({
    where: { partnershipId, termId, openedAt, closedAt: null },
    data: { closedAt: at },
  });
}

/** Every term that is being talked about and was never agreed, or is not any more. */
export async function listCandidates(db: Db, partnershipId: string): Promise<readonly Candidate[]> {
  const rows = await db.$queryRaw<(Omit<Candidate, 'lastPutAt'> & { lastPutAt: Date | null })[]>`
    select t.id as "termId", (t.conflict = 'homonym' or t.collecting_since is not null) is true as "isAmbiguous",
      coalesce(p.opened_at, t.collecting_since) as since,
      (select max(w.opened_at) from word_of_the_week w
        where w.partnership_id = t.partnership_id and w.term_id = t.id) as "lastPutAt"
    from term t
    left join proposal p on p.subject_id = t.id and p.state = 'open'
    where t.partnership_id = ${partnershipId}::uuid
      and (p.id is not null or t.collecting_since is not null)
      and not exists (select 1 from agreement a where a.subject_id = t.id and a.ended_at is null)`;
  return rows.map((row) => ({ ...row, lastPutAt: row.lastPutAt ?? undefined }));
}

const REVIEWED = ['upkeep.asked', 'upkeep.confirmed'];

/**
 * Agreements in force of which nobody proposes a change: those last looked at before `lookedAtBefore`,
 * and those with flags since then.
 */
export async function listReviewCandidates(
  db: Db,
  partnershipId: string,
  lookedAtBefore: Date,
): Promise<readonly ReviewCandidate[]> {
  type Row = Omit<ReviewCandidate, 'flags'> & { flags: ReviewCandidate['flags'] | null };
  const rows = await db.$queryRaw<Row[]>`
    select r.*, (
      select json_agg(json_build_object('organizationId', m.organization_id))
      from confusion c join member m on m.id = c.member_id
      where c.term_id = r."termId" and c.version = r.version and c.at >= r."lookedAt") as flags
    from (
      select a.subject_id as "termId", p.version, greatest(a.agreed_at, (
        select max(n.at) from note n where n.partnership_id = a.partnership_id
          and n.subject_id = a.subject_id and n.what = any(${REVIEWED}))) as "lookedAt"
      from agreement a
      join proposal p on p.id = a.proposal_id
      where a.partnership_id = ${partnershipId}::uuid and a.ended_at is null
        and p.content ->> 'deprecated' is distinct from 'true'
        and not exists (
          select 1 from proposal o where o.subject_id = a.subject_id and o.state = 'open')
    ) r
    where r."lookedAt" <= ${lookedAtBefore} or exists (
      select 1 from confusion c
      where c.term_id = r."termId" and c.version = r.version and c.at >= r."lookedAt")`;
  return rows.map((row) => ({ ...row, flags: row.flags ?? [] }));
}

/** Terms whose agreement nobody will be asked about, and when it was last looked at. */
export async function listUnappointed(
  db: Db,
  partnershipId: string,
  atMost: number,
): Promise<readonly { readonly termId: string; readonly lookedAt: Date }[]> {
  return db.$queryRaw`
    select a.subject_id as "termId", greatest(a.agreed_at, (
      select max(n.at) from note n where n.partnership_id = a.partnership_id
        and n.subject_id = a.subject_id and n.what = any(${REVIEWED}))) as "lookedAt"
    from agreement a
    join proposal p on p.id = a.proposal_id
    join term t on t.id = a.subject_id
    where a.partnership_id = ${partnershipId}::uuid and a.ended_at is null
      and p.content ->> 'deprecated' is distinct from 'true'
      and not exists (
        select 1 from proposal o where o.subject_id = a.subject_id and o.state = 'open')
      and not exists (
        select 1 from appointment e where e.partnership_id = a.partnership_id
          and e.what = 'upkeep.review' and e.about = a.subject_id::text)
    order by "lookedAt" limit ${atMost}`;
}

/** The organizations that found these versions right since they were last asked about them. */
export async function listConfirmations(
  db: Db,
  partnershipId: string,
  termIds: readonly string[],
): Promise<readonly { readonly termId: string; readonly organizationId: string }[]> {
  return db.$queryRaw`
    select distinct n.subject_id as "termId", m.organization_id as "organizationId"
    from note n join member m on m.id = n.member_id
    where n.partnership_id = ${partnershipId}::uuid and n.subject_id = any(${[...termIds]}::uuid[])
      and n.what = 'upkeep.confirmed' and n.id > (
        select max(b.id) from note b where b.partnership_id = n.partnership_id
          and b.subject_id = n.subject_id and b.what = 'upkeep.asked')`;
}

/** How many flags each version has ever had, by organization. */
export async function listFlags(
  db: Db,
  partnershipId: string,
  termIds: readonly string[],
): Promise<
  readonly { readonly termId: string; readonly version: number; readonly organizationId: string }[]
> {
  const rows = await db.confusion.findMany({
    where: { partnershipId, termId: { in: [...termIds] } },
    select: { termId: true, version: true, member: { select: { organizationId: true } } },
  });
  return rows.map(({ termId, version, member }) => ({ termId, version, ...member }));
}

export type Missed = { readonly text: string; readonly count: number };

/** What was looked up in vain in the week of this Monday, the most asked first. */
export async function listMissed(
  db: Db,
  partnershipId: string,
  week: string,
): Promise<readonly Missed[]> {
  return db.$queryRaw`
    select m.text, m.count from missed_look_up m
    where m.partnership_id = ${partnershipId}::uuid and m.week = ${week}::date
      and not exists (
        select 1 from term_label l
        where l.partnership_id = m.partnership_id and l.normalized = m.normalized)
    order by m.count desc, m.normalized limit 200`;
}
