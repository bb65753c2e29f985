import type { Context } from '../context.ts';
import { type CountedAcronym, listAcronyms } from './store.ts';

/** The acronyms in use that the glossary lacks, the most used first. `since` is a Monday. */
export function listUndefinedAcronyms(
  ctx: Context,
  input: { readonly since: string },
): Promise<readonly CountedAcronym[]> {
  return listAcronyms(ctx.db, ctx.partnership.id, input.since);
}
