import type { Db, Transaction } from '../database/client.ts';

export type NewNote = {
  readonly at: Date;
  readonly memberId: string | undefined;
  readonly subjectId: string | undefined;
  readonly what: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
};

export async function insertNote(
  tx: Transaction,
  partnershipId: string,
  note: NewNote,
): Promise<void> {
  await insertNotes(tx, partnershipId, [note]);
}

export async function insertNotes(
  tx: Transaction,
  partnershipId: string,
  notes: readonly NewNote[],
): Promise<void> {
  await tx.$executeRaw`
    insert into note (partnership_id, at, member_id, subject_id, what, detail)
    select ${partnershipId}::uuid, n.at, n."memberId", n."subjectId", n.what, n.detail
    from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb)
      as n (at timestamptz, "memberId" uuid, "subjectId" uuid, what text, detail jsonb)`;
}

export type NoteLine = {
  readonly id: number;
  readonly at: Date;
  readonly who: string | undefined;
  readonly organizationId: string | undefined;
  readonly what: string;
  readonly version: number | undefined;
  readonly reason: string | undefined;
  /** The ISO date that it is about, where it is about one. */
  readonly on: string | undefined;
  /** What it was before, where that changed. */
  readonly before: string | undefined;
  /** What an organization means by a term, in its own words, and whether it wrote that unseen by the others. */
  readonly meaning: string | undefined;
  readonly relation: string | undefined;
  readonly isBlind: boolean;
  /** What was put forward, for notes about a version. */
  readonly content: unknown;
};

export async function listNotes(
  db: Db,
  partnershipId: string,
  subjectId: string,
): Promise<readonly NoteLine[]> {
  const [notes, proposals] = await Promise.all([
    db.note.findMany({
      where: { partnershipId, subjectId },
      include: { member: true },
      orderBy: { id: 'asc' },
    }),
    db.proposal.findMany({
      where: { partnershipId, subjectId },
      select: { version: true, content: true },
    }),
  ]);
  const contents = new Map(proposals.map(({ version, content }) => [version, content]));
  return notes.map(({ id, at, member, what, detail }) => {
    const { version, reason, on, before, meaning, relation, isBlind } = detail as {
      version?: number;
      reason?: string;
      on?: string;
      before?: string;
      meaning?: string;
      relation?: string;
      isBlind?: boolean;
    };
    return {
      id: Number(id),
      at,
      who: member?.displayName,
      organizationId: member?.organizationId,
      what,
      version,
      reason,
      on,
      before,
      meaning,
      relation,
      isBlind: isBlind === true,
      content: what === 'agreements.proposed' ? contents.get(version ?? 0) : undefined,
    };
  });
}
