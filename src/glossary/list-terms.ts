import type { Context } from '../context.ts';
import { type Entry, statusOfEntry } from './entry.ts';
import { seenEntries } from './seen-entries.ts';
import type { TermStatus } from './term.ts';

/** The terms of a status, in alphabetical order; every one that somebody stands behind without it. */
export async function listTerms(
  ctx: Context,
  input: { readonly status?: TermStatus | undefined },
): Promise<readonly Entry[]> {
  const entries = await seenEntries(ctx);
  return entries.filter((entry) => {
    const status = statusOfEntry(entry);
    return input.status ? status === input.status : status !== 'withdrawn';
  });
}
