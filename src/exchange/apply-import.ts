import { holdSubjects } from '../agreements/hold-subjects.ts';
import { type Context, type TransactionContext, transaction } from '../context.ts';
import { isConflict } from '../database/errors.ts';
import { bringInTerms } from '../glossary/bring-in-terms.ts';
import { defineTerm } from '../glossary/define-term.ts';
import { addNote } from '../partnerships/add-note.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { authorOf } from './author-of.ts';
import type { KeptRow, PlannedRow } from './plan-import.ts';
import { planRows } from './plan-rows.ts';
import { settleImport } from './settle-import.ts';
import {
  changeImport,
  listRows,
  lockImport,
  removeConsents,
  removeRows,
  replaceRows,
} from './store.ts';
import type { TermImport } from './term-import.ts';
import { isSettledIn, readAgain, termToBringIn, wantsComparison } from './way-in.ts';

/** Called now and then with how many rows are in. Must not wait. */
export type Report = (done: number, of: number) => void;

const AT_ONCE = 500;
/** Ten thousand rows take some ten seconds on the embedded database. */
const SECONDS = 300;

/**
 * Brings an import in, all of it or nothing. Where the glossary has changed since the preview, nothing is
 * brought in and the preview is made anew.
 */
export async function applyImport(
  ctx: Context,
  input: { readonly importId: string; readonly report: Report },
): Promise<void> {
  try {
    await transaction(ctx, (tx) => apply(tx, input.importId, input.report), { seconds: SECONDS });
  } catch (error) {
    if (!isConflict(error)) throw error;
    await transaction(ctx, (tx) => showAnew(tx, input.importId));
  }
}

async function apply(ctx: TransactionContext, importId: string, report: Report): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  await settleImport(ctx, importId);
  const given = await lockImport(ctx.db, partnershipId, importId);
  if (given?.state !== 'applying') return;
  const as = { ...ctx, member: await authorOf(ctx, given) };
  const kept = await listRows(ctx.db, partnershipId, importId, { kinds: ['new', 'changed'] });
  await holdSubjects(
    as,
    kept.map(({ termId }) => termId).filter((id) => id !== undefined),
  );
  const rows = await planRows(as, readAgain(kept));
  if (rows.some((row, at) => hasMoved(row, kept[at]))) return showAnew(ctx, importId);
  const counts = await bringRowsIn(as, given, rows, report);
  await removeRows(ctx.db, partnershipId, importId);
  const endedAt = ctx.clock.now();
  await changeImport(ctx.db, partnershipId, importId, { state: 'done', endedAt, ...counts });
  await addNote(as, undefined, 'exchange.brought-in', counts);
  const data = { partnershipId, importId };
  await ctx.jobs.add(ctx.db, 'exchange.announce', data);
  if (counts.agreedCount > 0) await ctx.facts.tell(ctx.db, 'terms.agreed', { partnershipId });
}

function hasMoved(row: PlannedRow, before: KeptRow | undefined): boolean {
  return row.kind !== before?.kind || (row.entry?.latestVersion ?? 0) !== before.seenVersion;
}

async function bringRowsIn(
  ctx: TransactionContext,
  given: TermImport,
  rows: readonly PlannedRow[],
  report: Report,
): Promise<{ readonly proposedCount: number; readonly agreedCount: number }> {
  const isAsked = given.askedAt !== undefined;
  const agreed = isAsked ? rows.filter(isSettledIn) : [];
  const proposed = isAsked ? rows.filter((row) => !isSettledIn(row)) : rows;
  const compared = new Set(
    proposed.filter((row) => wantsComparison(row, given.author, ctx.partnership)),
  );
  const present = presentOrganizations(ctx.partnership).map(({ id }) => id);
  const others = given.consents.filter(
    ({ organizationId }) =>
      organizationId !== given.author.organizationId && present.includes(organizationId),
  );
  // Once every coordinator has confirmed, each speaks for their own organization.
  const speakers = isAsked ? given.consents : [given.author];
  let done = 0;
  const each = async (some: readonly PlannedRow[], endorsedBy?: readonly string[]) => {
    for (let at = 0; at < some.length; at += AT_ONCE) {
      const part = some.slice(at, at + AT_ONCE);
      const terms = part.map((row) => termToBringIn(row, speakers, ctx.partnership));
      await bringInTerms(ctx, { terms: terms, endorsedBy });
      done += part.length;
      report(done, rows.length);
    }
  };
  await each(
    agreed,
    others.map(({ memberId }) => memberId),
  );
  await each(proposed.filter((row) => !compared.has(row)));
  for (const { term, content } of compared) {
    if (content) await defineTerm(ctx, { text: term, content });
    done += 1;
    if (done % AT_ONCE === 0) report(done, rows.length);
  }
  return { proposedCount: proposed.length, agreedCount: agreed.length };
}

/** Somebody changed a term while the preview stood there: its author, and everybody asked, looks again. */
async function showAnew(ctx: TransactionContext, importId: string): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  const given = await lockImport(ctx.db, partnershipId, importId);
  if (!given || (given.state !== 'applying' && given.state !== 'asking')) return;
  const as = { ...ctx, member: await authorOf(ctx, given) };
  const kept = await listRows(ctx.db, partnershipId, importId);
  const planned = await planRows(as, readAgain(kept));
  const unreadable = kept.filter(({ record }) => !record);
  await replaceRows(ctx.db, partnershipId, importId, [...planned, ...unreadable]);
  await removeConsents(ctx.db, partnershipId, importId);
  await changeImport(ctx.db, partnershipId, importId, {
    state: 'ready',
    askedAt: null,
    problem:
      'While this waited, somebody changed terms that are in it, so nothing was brought in. Here is how it looks now.',
  });
  await ctx.jobs.add(ctx.db, 'exchange.show', { partnershipId, importId });
}
