import { actingMember, type Context, type TransactionContext, transaction } from '../context.ts';
import { isConflict } from '../database/errors.ts';
import { Refusal } from '../refusal.ts';
import { refuseWordsOfOthers } from './refuse-words-of-others.ts';
import { changeImport, lockImport } from './store.ts';
import type { TermImport } from './term-import.ts';

/** Has the rows put forward as proposals of their author's organization. */
export async function proposeImport(
  ctx: Context,
  input: { readonly importId: string },
): Promise<void> {
  try {
    await transaction(ctx, async (tx) => {
      const given = await getOwnImport(tx, input.importId);
      if (given.state !== 'ready') throw notReady(given);
      await refuseWordsOfOthers(tx, given, { isConfirmed: false });
      await changeImport(tx.db, ctx.partnership.id, given.id, { state: 'applying', problem: null });
      const { id: partnershipId } = ctx.partnership;
      await ctx.jobs.add(tx.db, 'exchange.apply', { partnershipId, about: given.id });
    });
  } catch (error) {
    if (isConflict(error, UNDER_WAY)) throw underWay();
    throw error;
  }
}

/** The index that lets one import of a partnership wait or run at a time. */
export const UNDER_WAY = 'term_import_asking_key';

export function underWay(): Refusal {
  return new Refusal(
    'too-late',
    'Another import of this partnership is waiting for its coordinators or just being brought in. Try again when it is done.',
  );
}

/** Locks the import, and refuses everybody but its author. */
export async function getOwnImport(ctx: TransactionContext, importId: string): Promise<TermImport> {
  const found = await lockImport(ctx.db, ctx.partnership.id, importId);
  if (!found) throw new Refusal('not-found', 'That import is no longer here.');
  if (found.author.memberId === actingMember(ctx).id) return found;
  throw new Refusal(
    'not-yours',
    `${found.author.displayName} brought this in, and decides about it.`,
  );
}

export function notReady({ state }: TermImport): Refusal {
  const words: Readonly<Record<string, string>> = {
    reading: 'I am still reading it. The preview appears in a moment.',
    asking: 'The coordinators are being asked already.',
    applying: 'It is just being brought in.',
    done: 'It has been brought in already.',
    cancelled: 'It was called off. Bring the file in once more to start again.',
    failed: 'It could not be read. Bring the mended file in to start again.',
  };
  return new Refusal('already-done', words[state] ?? 'It is not ready.');
}
