import { organizationOf, type TransactionContext } from '../context.ts';
import { speaksFor } from '../members/authority.ts';
import { membersNow } from '../members/members-now.ts';
import { othersSpeak } from '../members/speaking-member.ts';
import { Refusal } from '../refusal.ts';
import { organizationIn } from './plan-import.ts';
import { planRows } from './plan-rows.ts';
import { listRows } from './store.ts';
import type { TermImport } from './term-import.ts';
import { isSettledIn, readAgain, wantsComparison } from './way-in.ts';

/**
 * Refuses an import that says what its author's organization means by a term, in its own words, where others
 * speak for that: by a column of its name, or because the meanings are to be compared blind. When every
 * coordinator confirms it, they say what the columns say.
 */
export async function refuseWordsOfOthers(
  ctx: TransactionContext,
  given: TermImport,
  how: { readonly isConfirmed: boolean },
): Promise<void> {
  const { member, members } = await membersNow(ctx);
  if (speaksFor(member, members)) return;
  const own = organizationOf(ctx, member);
  const kept = await listRows(ctx.db, ctx.partnership.id, given.id, { kinds: ['new', 'changed'] });
  const rows = await planRows(ctx, readAgain(kept));
  const saying = rows.find((row) => {
    if (how.isConfirmed && isSettledIn(row)) return false;
    if (wantsComparison(row, given.author, ctx.partnership)) return true;
    const { usages = [] } = row.record ?? {};
    const isOwn = usages.some(({ organization }) => organizationIn([own], organization));
    return !how.isConfirmed && isOwn;
  });
  if (!saying) return;
  throw new Refusal(
    'not-yours',
    `Line ${saying.line} says what ${own.shortName} means by “${saying.term}”. ${othersSpeak(ctx, member, members)} Or leave that out.`,
  );
}
