import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Counts, KeptRow, RowKind } from './plan-import.ts';
import { countRows, findImport, listRows } from './store.ts';
import type { TermImport } from './term-import.ts';

export type ImportPage = {
  readonly import: TermImport;
  readonly counts: Counts;
  /** The kind that is shown: the first that has rows where none was asked for. */
  readonly kind: RowKind;
  readonly rows: readonly KeptRow[];
  readonly page: number;
  readonly of: number;
};

const ROWS_ON_A_PAGE = 10;

const ORDER: readonly RowKind[] = ['refused', 'changed', 'new', 'same'];

/** An import as it stands, with one page of the rows of one kind. */
export async function getImport(
  ctx: Context,
  input: {
    readonly importId: string;
    readonly kind?: RowKind | undefined;
    readonly page?: number | undefined;
  },
): Promise<ImportPage> {
  const found = await findImport(ctx.db, ctx.partnership.id, input.importId);
  if (!found) throw new Refusal('not-found', 'That import is no longer here.');
  const counts = await countRows(ctx.db, ctx.partnership.id, found.id);
  const kind = input.kind ?? ORDER.find((one) => counts[one] > 0) ?? 'new';
  const of = Math.max(1, Math.ceil(counts[kind] / ROWS_ON_A_PAGE));
  const page = Math.min(Math.max(1, input.page ?? 1), of);
  const rows = await listRows(ctx.db, ctx.partnership.id, found.id, {
    kinds: [kind],
    skip: (page - 1) * ROWS_ON_A_PAGE,
    take: ROWS_ON_A_PAGE,
  });
  return { import: found, counts, kind, rows, page, of };
}
