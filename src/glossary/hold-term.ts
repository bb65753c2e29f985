import { holdSubjects } from '../agreements/hold-subjects.ts';
import type { TransactionContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Entry } from './entry.ts';
import { getTermById } from './look-up-term.ts';

/** A term, as the acting organization may see it, that nobody else changes until the transaction ends. */
export async function holdTerm(ctx: TransactionContext, termId: string): Promise<Entry> {
  await holdSubjects(ctx, [termId]);
  return getTermById(ctx, termId);
}

/** Each organization writes its own meaning first: there is nothing yet that all could answer. */
export function refuseWhileCollecting(entry: Entry): void {
  if (!entry.isCollecting) return;
  throw new Refusal(
    'too-late',
    `We found that “${entry.text}” may mean different things, so each organization writes its own meaning first: \`/glossary define TERM = what your organization means\`. The others’ appear when everyone has.`,
  );
}
