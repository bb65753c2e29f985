import { type Context, transaction } from '../context.ts';
import { authorOf } from './author-of.ts';
import type { ReadRow } from './formats/term-record.ts';
import { planRows } from './plan-rows.ts';
import { changeImport, findImport, lockImport, replaceRows } from './store.ts';

/** What was found in a file, or why it cannot be read. */
export type Reading =
  | {
      readonly rows: readonly ReadRow[];
      readonly source: string;
      /** What its author should know about the file. */
      readonly note?: string | undefined;
    }
  | { readonly problem: string };

/** Keeps what was read and what would happen to each row. Nothing when it was read before. */
export async function readImport(
  ctx: Context,
  input: { readonly importId: string; readonly reading: Reading },
): Promise<void> {
  const { id: partnershipId } = ctx.partnership;
  const known = await findImport(ctx.db, partnershipId, input.importId);
  if (known?.state !== 'reading') return;
  const { reading } = input;
  const member = await authorOf(ctx, known);
  const rows = 'rows' in reading ? await planRows({ ...ctx, member }, reading.rows) : [];
  await transaction(
    ctx,
    async (tx) => {
      const locked = await lockImport(tx.db, partnershipId, known.id);
      if (locked?.state !== 'reading') return;
      await replaceRows(tx.db, partnershipId, known.id, rows);
      await changeImport(tx.db, partnershipId, known.id, {
        fileId: null,
        pasted: null,
        ...('rows' in reading
          ? { state: 'ready', source: reading.source, problem: reading.note ?? null }
          : { state: 'failed', problem: reading.problem, endedAt: ctx.clock.now() }),
      });
    },
    { seconds: 60 },
  );
}
