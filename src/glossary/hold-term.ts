import { holdSubjects } from '../agreements/hold-subjects.ts';
import type { TransactionContext } from '../context.ts';
import type { Entry } from './entry.ts';
import { getTermById } from './look-up-term.ts';

/** A term, as the acting organization may see it, that nobody else changes until the transaction ends. */
export async function holdTerm(ctx: TransactionContext, termId: string): Promise<Entry> {
  await holdSubjects(ctx, [termId]);
  return getTermById(ctx, termId);
}
