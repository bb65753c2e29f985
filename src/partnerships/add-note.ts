import type { TransactionContext } from '../context.ts';
import { insertNote, insertNotes, type NewNote } from './note-store.ts';

/** Adds to the record of who changed what, in the transaction that changes it. */
export async function addNote(
  ctx: TransactionContext,
  subjectId: string | undefined,
  what: string,
  detail: Readonly<Record<string, string | number | boolean>> = {},
): Promise<void> {
  await insertNote(ctx.db, ctx.partnership.id, {
    at: ctx.clock.now(),
    memberId: ctx.member?.id,
    subjectId,
    what,
    detail,
  });
}

/** The same for many at once; each may be of a member of its own. */
export async function addNotes(
  ctx: TransactionContext,
  notes: readonly (Pick<NewNote, 'subjectId' | 'what' | 'detail'> &
    Partial<Pick<NewNote, 'memberId'>>)[],
): Promise<void> {
  const common = { at: ctx.clock.now(), memberId: ctx.member?.id };
  await insertNotes(
    ctx.db,
    ctx.partnership.id,
    notes.map((note) => ({ ...common, ...note })),
  );
}
