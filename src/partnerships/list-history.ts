import type { Context } from '../context.ts';
import { listNotes, type NoteLine } from './note-store.ts';

export type { NoteLine };

/** The record of one subject, oldest first, with the content of each version that was put forward. */
export function listHistory(
  ctx: Context,
  input: { readonly subjectId: string },
): Promise<readonly NoteLine[]> {
  return listNotes(ctx.db, ctx.partnership.id, input.subjectId);
}
