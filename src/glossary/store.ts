import type { Db, Transaction } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Conflict } from './conflict.ts';
import { answeredBy, type Entry, type Rating, type Usage } from './entry.ts';
import type { TermContent } from './term.ts';

/** One row of JSON for each term, in one query: this is what `/glossary TERM` waits for. */
const ENTRY = Prisma.sql`
  json_build_object(
    'id', t.id, 'text', t.text, 'conflict', t.conflict,
    'isCollecting', t.collecting_since is not null,
    'labels', (
      select json_agg(json_build_object('text', l.text, 'rating', l.rating) order by l.id)
      from term_label l where l.term_id = t.id),
    'agreed', (
      select json_build_object('version', p.version, 'content', p.content, 'agreedAt', a.agreed_at)
      from agreement a join proposal p on p.id = a.proposal_id
      where a.subject_id = t.id and a.ended_at is null),
    'open', (
      select json_build_object(
        'version', p.version, 'content', p.content, 'organizationId', p.organization_id,
        'editorial', p.editorial, 'dueAt', p.due_at,
        'stances', (
          select json_agg(json_build_object(
            'organizationId', m.organization_id, 'slackUserId', m.slack_user_id, 'name', m.display_name, 'kind', s.kind,
            'reason', s.reason, 'carried', s.carried,
            'mayCount', m.representative or not exists (
              select 1 from member r where r.partnership_id = m.partnership_id
                and r.organization_id = m.organization_id
                and r.representative and r.deactivated_at is null)) order by s.taken_at)
          from stance s join member m on m.id = s.member_id where s.proposal_id = p.id))
      from proposal p where p.subject_id = t.id and p.state = 'open'),
    'usages', (
      select json_agg(json_build_object(
        'organizationId', u.organization_id, 'meaning', u.meaning, 'relation', u.relation)
        order by u.organization_id)
      from usage u where u.term_id = t.id),
    'latestVersion', (select max(p.version) from proposal p where p.subject_id = t.id))`;

type EntryJson = {
  readonly id: string;
  readonly text: string;
  readonly conflict: Conflict | null;
  readonly isCollecting: boolean;
  readonly labels: Entry['labels'] | null;
  readonly agreed: { version: number; content: TermContent; agreedAt: string } | null;
  readonly open:
    | (Omit<NonNullable<Entry['open']>, 'stances' | 'dueAt' | 'hasCarried'> & {
        readonly dueAt: string | null;
        readonly stances:
          | readonly (NonNullable<Entry['open']>['stances'][number] & { carried: boolean })[]
          | null;
      })
    | null;
  readonly usages: readonly Usage[] | null;
  readonly latestVersion: number | null;
};

export async function findEntry(
  db: Db,
  partnershipId: string,
  termId: string,
): Promise<Entry | undefined> {
  const [row] = await db.$queryRaw<{ entry: EntryJson }[]>`
    select ${ENTRY} as entry from term t
    where t.partnership_id = ${partnershipId}::uuid and t.id = ${termId}::uuid`;
  return row && toEntry(row.entry);
}

/** The term that a string leads to: its own written form first, then a preferred label. */
export async function findEntryByLabel(
  db: Db,
  partnershipId: string,
  normalized: string,
): Promise<Entry | undefined> {
  const [row] = await db.$queryRaw<{ entry: EntryJson }[]>`
    select ${ENTRY} as entry from term_label k join term t on t.id = k.term_id
    where k.partnership_id = ${partnershipId}::uuid and k.normalized = ${normalized}
    order by t.normalized = k.normalized desc, k.rating limit 1`;
  return row && toEntry(row.entry);
}

export type ChannelEntry = {
  readonly partnershipId: string;
  readonly entry: Entry;
  readonly organizations: readonly {
    readonly id: string;
    readonly shortName: string;
    readonly hasLeft: boolean;
  }[];
};

/** The same by the channel in which it is asked, so that a look-up is one round trip. */
export async function findEntryInChannel(
  db: Db,
  slackChannelId: string,
  normalized: string,
): Promise<ChannelEntry | undefined> {
  const [row] = await db.$queryRaw<
    { entry: EntryJson; partnershipId: string; organizations: ChannelEntry['organizations'] }[]
  >`
    select ${ENTRY} as entry, c.partnership_id as "partnershipId", (
      select json_agg(json_build_object(
        'id', o.id, 'shortName', o.short_name, 'hasLeft', o.left_at is not null) order by o.id)
      from organization o where o.partnership_id = c.partnership_id) as organizations
    from channel c
    join term_label k on k.partnership_id = c.partnership_id and k.normalized = ${normalized}
    join term t on t.id = k.term_id
    where c.slack_id = ${slackChannelId}
    order by t.normalized = k.normalized desc, k.rating limit 1`;
  return row && { ...row, entry: toEntry(row.entry) };
}

/** Putting thousands together at once would hold everybody up. */
const ENTRIES_AT_ONCE = 250;

export async function listEntries(db: Db, partnershipId: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let rest = Prisma.empty;
  while (true) {
    const rows: { entry: EntryJson; normalized: string }[] = await db.$queryRaw`
      select t.normalized, ${ENTRY} as entry from term t
      where t.partnership_id = ${partnershipId}::uuid ${rest} order by t.normalized limit ${ENTRIES_AT_ONCE}`;
    entries.push(...rows.map((row) => toEntry(row.entry)));
    if (rows.length < ENTRIES_AT_ONCE) return entries;
    rest = Prisma.sql`and t.normalized > ${rows.at(-1)?.normalized}`;
  }
}

/** Those of them that are there, in no order. */
export async function listEntriesOf(
  db: Db,
  partnershipId: string,
  termIds: readonly string[],
): Promise<readonly Entry[]> {
  const rows = await db.$queryRaw<{ entry: EntryJson }[]>`
    select ${ENTRY} as entry from term t
    where t.partnership_id = ${partnershipId}::uuid and t.id = any(${[...termIds]}::uuid[])`;
  return rows.map((row) => toEntry(row.entry));
}

export type Label = {
  readonly termId: string;
  readonly text: string;
  readonly normalized: string;
  readonly rating: Rating;
};

export async function listLabels(db: Db, partnershipId: string): Promise<readonly Label[]> {
  return db.termLabel.findMany({
    where: { partnershipId },
    select: { termId: true, text: true, normalized: true, rating: true },
    orderBy: { normalized: 'asc' },
  });
}

export async function insertTerm(
  tx: Transaction,
  partnershipId: string,
  term: {
    readonly id: string;
    readonly text: string;
    readonly normalized: string;
    readonly createdAt: Date;
  },
): Promise<void> {
  await tx.term.create({ data: { ...term, partnershipId } });
  await putLabel(tx, partnershipId, {
    termId: term.id,
    text: term.text,
    normalized: term.normalized,
    rating: 'admitted',
  });
}

export async function putLabel(
  tx: Transaction,
  partnershipId: string,
  label: Label,
): Promise<void> {
  const { termId, text, normalized, rating } = label;
  await tx.termLabel.upsert({
    where: { partnershipId, termId_normalized: { termId, normalized } },
    create: { partnershipId, termId, text, normalized, rating },
    update: { rating },
  });
}

/** The term for which a string is the preferred label already. */
export async function findPreferredElsewhere(
  db: Db,
  partnershipId: string,
  normalized: string,
  otherThanTermId: string | undefined,
): Promise<string | undefined> {
  const row = await db.termLabel.findFirst({
    where: {
      partnershipId,
      normalized,
      rating: 'preferred',
      ...(otherThanTermId && { termId: { not: otherThanTermId } }),
    },
    select: { term: { select: { text: true } } },
  });
  return row?.term.text;
}

export async function markTerm(
  tx: Transaction,
  partnershipId: string,
  termId: string,
  change: { readonly conflict?: Conflict | null; readonly collectingSince?: Date | null },
): Promise<void> {
  await tx.term.updateMany({ where: { partnershipId, id: termId }, data: change });
}

/** Counts a look-up that found nothing, by the Monday of its week; who asked is not kept. */
export async function countMiss(
  db: Db,
  partnershipId: string,
  miss: { readonly normalized: string; readonly text: string; readonly week: string },
): Promise<void> {
  await db.$executeRaw`
    insert into missed_look_up (partnership_id, normalized, week, text, count)
    values (${partnershipId}::uuid, ${miss.normalized}, ${miss.week}::date, ${miss.text}, 1)
    on conflict (partnership_id, normalized, week) do update set count = missed_look_up.count + 1`;
}

function toEntry(json: EntryJson): Entry {
  const usages = json.usages ?? [];
  const open = json.open
    ? {
        ...json.open,
        dueAt: json.open.dueAt ? new Date(json.open.dueAt) : undefined,
        hasCarried: (json.open.stances ?? []).some((stance) => stance.carried),
        stances: (json.open.stances ?? []).map((s) => ({ ...s, reason: s.reason ?? undefined })),
      }
    : undefined;
  return {
    id: json.id,
    text: json.text,
    conflict: json.conflict ?? undefined,
    isCollecting: json.isCollecting,
    labels: json.labels ?? [],
    agreed: json.agreed ? { ...json.agreed, agreedAt: new Date(json.agreed.agreedAt) } : undefined,
    open,
    usages,
    answered: answeredBy({ usages, open }),
    latestVersion: json.latestVersion ?? 0,
  };
}

/** Anything that this member said. */
export async function hasRowsOf(db: Db, partnershipId: string, memberId: string): Promise<boolean> {
  const where = { partnershipId, memberId };
  return (await db.usage.findFirst({ where, select: { memberId: true } })) !== null;
}
