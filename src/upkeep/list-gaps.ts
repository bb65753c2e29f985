import type { Context } from '../context.ts';
import { findTerm } from '../glossary/look-up-term.ts';
import { listIgnoredWords } from '../spotting/list-ignored-words.ts';
import { listUndefinedAcronyms } from '../spotting/list-undefined-acronyms.ts';
import { GAPS_SHOWN, type Gap, gapsOf } from './gap.ts';
import { listMissed } from './store.ts';

/**
 * What the glossary lacked in the week of this Monday and still lacks; at most five. `among` keeps to
 * the words of a message that was sent already.
 */
export async function listGaps(
  ctx: Context,
  input: { readonly week: string; readonly among?: readonly string[] },
): Promise<readonly Gap[]> {
  const { week, among } = input;
  const [missed, acronyms] = await Promise.all([
    listMissed(ctx.db, ctx.partnership.id, week),
    listUndefinedAcronyms(ctx, { since: week }),
  ]);
  // Of the acronyms none is ignored.
  const ignored = missed.length > 0 ? await listIgnoredWords(ctx) : [];
  const gaps: Gap[] = [];
  for (const gap of gapsOf(missed, acronyms, ignored)) {
    if (among && !among.includes(gap.text)) continue;
    // Another spelling of it may have been defined since.
    if (!(await findTerm(ctx, gap.text))) gaps.push(gap);
    if (gaps.length === GAPS_SHOWN) break;
  }
  return gaps;
}
